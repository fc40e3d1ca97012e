"""Results for programs and other sites."""
