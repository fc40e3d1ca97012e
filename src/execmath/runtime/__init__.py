"""What the machine wants of the machine: the disk, processes, the age of code, limits."""
