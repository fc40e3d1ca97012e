r"""What textbooks and papers write is read as they mean it; each has a false twin."""

from __future__ import annotations

import pytest
from small_pages import Run

TWINS = {
    "a base below the logarithm": (
        r"\log_2 8 = 3", r"\log_2 8 = \log 8"),
    "the base may be any number": (
        r"\log_b x = \frac{\log x}{\log b} \qquad x \in [2, 3],\; b \in [4, 5]",
        r"\log_b x = \frac{\log b}{\log x} \qquad x \in [2, 3],\; b \in [4, 5]"),
    "a dot ends an argument": (
        r"\ln x \cdot y = y \ln x \qquad x, y \in \mathbb{R}_{>0}",
        r"\ln x \cdot y = \ln(x y) \qquad x, y \in \mathbb{R}_{>0}"),
    "so does the next function": (
        r"\sin x \cos x = \frac{\sin(2 x)}{2} \qquad x \in \mathbb{R}",
        r"\sin x \cos x = \sin(x \cos x) \qquad x \in \mathbb{R}"),
    "a power of a sine": (
        r"\sin^2 x = 1 - \cos^2 x \qquad x \in \mathbb{R}",
        r"\sin^2 x = \sin(x^2) \qquad x \in \mathbb{R}"),
    "a sign behind a dot": (
        r"a \cdot -b + c = c - a b \qquad a, b, c \in \mathbb{R}",
        r"a \cdot -b + c = a (c - b) \qquad a, b, c \in \mathbb{R}"),
    "curly brackets": (
        r"\exp\left\{x + y\right\} = e^x e^y \qquad x, y \in \mathbb{R}",
        r"\exp\left\{x + y\right\} = e^x + y \qquad x, y \in \mathbb{R}"),
    "the word for a command": (
        r"\mathrm{exp}(x) = e^x \qquad x \in \mathbb{R}",
        r"\mathrm{exp}(x) = e^{2 x} \qquad x \in \mathbb{R}"),
    "the slope of the gamma function": (
        r"\Gamma'(x) = \Gamma(x) \psi(x) \qquad x \in [1, 2]",
        r"\Gamma'(x) = \Gamma(x) \qquad x \in [1, 2]"),
    "the upper bound of a sum written first": (
        r"\sum^n_{j=1} j = \frac{n (n + 1)}{2} \qquad n \in \{1, 2, \ldots\}",
        r"\sum^n_{j=1} j = n^2 \qquad n \in \{1, 2, \ldots\}"),
    "a transpose by an upright T": (
        r"(A B)^\mathrm{T} = B^\mathsf{T} A^{T} \qquad A, B \in \mathbb{R}^{2 \times 2}",
        r"(A B)^\mathrm{T} = A^\mathsf{T} B^{T} \qquad A, B \in \mathbb{R}^{2 \times 2}"),
    "a transpose by a prime": (
        r"A' B' = (B A)' \qquad A, B \in \mathbb{R}^{2 \times 2}",
        r"A' = A \qquad A \in \mathbb{R}^{2 \times 2}"),
    "a column in a line": (
        r"[x_1, x_2]^\top = x \qquad x \in \mathbb{R}^2",
        r"[x_2, x_1]^\top = x \qquad x \in \mathbb{R}^2"),
    "the determinant in bars": (
        r"|2 A| = 4 |A| \qquad A \in \mathbb{R}^{2 \times 2}",
        r"|2 A| = 2 |A| \qquad A \in \mathbb{R}^{2 \times 2}"),
    "norms in simple bars": (
        r"|x|_\infty \le ||x|| \qquad x \in \mathbb{R}^2",
        r"|x|_\infty = ||x|| \qquad x \in \mathbb{R}^2"),
    "two indices side by side": (
        r"M_{ij} = M_{i, j} \qquad M \in \mathbb{R}^{2 \times 2},\; i, j \in \{1, 2\}",
        r"M_{ij} = M_{j, i} \qquad M \in \mathbb{R}^{2 \times 2},\; i, j \in \{1, 2\}"),
    "a matrix in brackets of its own": (
        r"\left[\begin{matrix} 1 & c \\ 0 & 1 \end{matrix}\right]^{-1} = "
        r"\left(\begin{array}{rr} 1 & -c \\ 0 & 1 \end{array}\right) \qquad c \in \mathbb{R}",
        r"\left[\begin{matrix} 1 & c \\ 0 & 1 \end{matrix}\right]^{-1} = "
        r"\left(\begin{array}{rr} 1 & c \\ 0 & 1 \end{array}\right) \qquad c \in \mathbb{R}"),
    "rows with dots": (
        r"\begin{pmatrix} M_{1,1} & \cdots & M_{1,k} \\ \vdots & & \vdots \\ M_{k,1} & \cdots & "
        r"M_{k,k} \end{pmatrix} = M \qquad k \in \{2, 3\},\; M \in \mathbb{R}^{k \times k}",
        r"\begin{pmatrix} M_{1,1} & \cdots & M_{1,k} \\ \vdots & & \vdots \\ M_{k,1} & \cdots & "
        r"M_{k,k} \end{pmatrix} = M^\top \qquad k \in \{2, 3\},\; M \in \mathbb{R}^{k \times k}"),
    "a sum with dots": (
        r"x_1 + x_2 + \ldots + x_n = \sum_{j=1}^n x_j \qquad n \in \{1, 2, \ldots\},\; "
        r"x \in \mathbb{R}^n",
        r"1 + 2 + \cdots + n = n^2 \qquad n \in \{1, 2, \ldots\}"),
    "a difference with dots": (
        r"c - x_1 - \ldots - x_n = c - \sum_{j=1}^n x_j \qquad n \in \{1, 2, \ldots\},\; "
        r"x \in \mathbb{R}^n,\; c \in \mathbb{R}",
        r"c - x_1 - \ldots - x_n = c + \sum_{j=1}^n x_j \qquad n \in \{1, 2, \ldots\},\; "
        r"x \in \mathbb{R}^n,\; c \in \mathbb{R}"),
    "a product with dots": (
        r"x_1 \cdot \ldots \cdot x_n = \prod_{j=1}^n x_j, \quad 2 x_1 x_2 \cdots x_n = 2 "
        r"\prod_{j=1}^n x_j \qquad n \in \{2, 3, \ldots\},\; x \in \mathbb{R}^n",
        r"x_1 \cdot \ldots \cdot x_n = \sum_{j=1}^n x_j \qquad n \in \{2, 3, \ldots\},\; "
        r"x \in \mathbb{R}^n"),
    "a factorial with dots": (
        r"n! = 1 \cdot 2 \cdots n \qquad n \in \{1, 2, \ldots\}",
        r"n! = 2 \cdot 3 \cdots (n + 1) \qquad n \in \{1, 2, \ldots\}"),
    "a product with dots behind a factor": (
        r"c^2 x_1 \cdots x_n = c \cdot c \prod_{j=1}^n x_j \qquad n \in \{1, 2, \ldots\},\; "
        r"x \in \mathbb{R}^n,\; c \in \mathbb{R}",
        r"c^2 x_1 \cdots x_n = \prod_{j=1}^n c^2 x_j \qquad n \in \{1, 2, \ldots\},\; "
        r"x \in \mathbb{R}^n,\; c \in [2, 3]"),
    "a root with an index": (
        r"\sqrt[3]{x}^3 = x, \quad \sqrt[n]{8^n} = 8 \qquad x \in \mathbb{R}_{>0},\; "
        r"n \in \{1, 2, \ldots\}",
        r"\sqrt[3]{x} = \sqrt{x} \qquad x \in \mathbb{R}_{>0}"),
    "norms in double bars": (
        r"\|x + y\|^2 \le 2 \|x\|^2 + 2 \|y\|^2, \quad x^\top y \le \|x\| \|y\| "
        r"\qquad x, y \in \mathbb{R}^2",
        r"\left\|x + y\right\| \ge \|x\| + \|y\| \qquad x, y \in \mathbb{R}^2"),
    "a bracket that goes on in the next row": (
        r"\begin{split} (x + 1)^2 &= \left( x^2 + \left[ x + \right. \right. \\ "
        r"&\hphantom{= \left( \right.} \left. \left. x \right] + 1 \right) \end{split} "
        r"\qquad x \in \mathbb{R}",
        r"\begin{split} (x + 1)^2 &= 2 \left( x^2 \right. \\ &+ \left. 2 x + 1 \right) "
        r"\end{split} \qquad x \in \mathbb{R}"),
    "a plain bracket that goes on in the next row": (
        r"\begin{split} (x + 1)^2 &= \big( x^2 \\ &+ 2 x + 1 \big) \\ &= x (x + \\ 2) + 1 "
        r"\end{split} \qquad x \in \mathbb{R}",
        r"\begin{split} (x + 1)^2 &= 2 ( x^2 \\ &+ 2 x + 1) \end{split} \qquad x \in \mathbb{R}"),
    "a double integral": (
        r"\iint x y \, \mathrm{d}x \, \mathrm{d}y = 1 \qquad x \in [0, 1],\; y \in [0, 2]",
        r"\iint x y \, \mathrm{d}x \, \mathrm{d}y = 2 \qquad x \in [0, 1],\; y \in [0, 2]"),
    "what a function gains between two places": (
        r"\int_a^b x^2 \, dx = \left[ \frac{z^3}{3} \right]_a^b = \left. \frac{z^3}{3} "
        r"\right|_a^b = \left[ \frac{x^3}{3} \right]_{x=a}^{x=b} \qquad a, b \in [1, 2]",
        r"\int_a^b x^2 \, dx = \left[ \frac{z^3}{3} \right]_b^a \qquad a, b \in [1, 2],\; "
        r"a < b"),
    "up to infinity": (
        r"\int_0^\infty e^{-a x} \, dx = \left[ -\frac{1}{a} e^{-a z} \right]_0^\infty "
        r"\qquad a \in [1, 2]",
        r"\int_0^\infty e^{-a x} \, dx = \left[ -e^{-a z} \right]_0^\infty \qquad a \in [2, 3]"),
    "a power in front of a subscript": (
        r"\sum_{i=1}^n x^2_i = \sum_{i=1}^n x_i^2 \qquad n \in \{2, 3\},\; x \in \mathbb{R}^n",
        r"\sum_{i=1}^n x^2_i = \left(\sum_{i=1}^n x_i\right)^2 \qquad n \in \{2, 3\},\; "
        r"x \in \mathbb{R}^n"),
    "a chain of implications": (
        r"x > 2 \Rightarrow x^2 > 4 \Rightarrow x^4 > 16 \qquad x \in \mathbb{R}",
        r"x > 2 \Rightarrow x^2 > 4 \Rightarrow x > 0 \qquad x \in \mathbb{R}"),
    "a chain of equivalences": (
        r"2 x + 2 > 4 \Leftrightarrow 2 x > 2 \Leftrightarrow x > 1 \qquad x \in \mathbb{R}",
        r"2 x + 2 > 4 \Leftrightarrow 2 x > 2 \Leftrightarrow x^2 > 1 \qquad x \in \mathbb{R}"),
    "a command that is typed as letters": (
        r"log x + ln(2) = \log(2 x), \quad exp(2 x) = e^{2 x}, \quad max(x, 3) = 3 \qquad "
        r"x \in [1, 2]", r"ln(2 x) = ln(2) ln(x) \qquad x \in [1, 2]"),
    "letters that are bound make up no word": (
        r"\sum_{l=1}^n l n = \frac{n^2 (n + 1)}{2} \qquad n \in \{1, 2, \ldots\}",
        r"\sum_{l=1}^n l n = n \ln 2 \qquad n \in \{1, 2, \ldots\}"),
    "a multinomial coefficient": (
        r"{n \choose {1, n - 1}} = n \qquad n \in \{1, 2, \ldots\}",
        r"{n \choose {1, n - 1}} = n + 1 \qquad n \in \{1, 2, \ldots\}"),
    "where a maximum is": (
        r"\operatorname*{arg\,max}_{j \in \{1, 2, 3\}} (2 - j)^2 j = 3",
        r"\operatorname*{arg\,max}_{j \in \{1, 2, 3\}} (2 - j)^2 j = 1"),
    "a matrix of blocks": (
        r"\begin{bmatrix} A & B \\ 0 & D \end{bmatrix} \begin{bmatrix} x \\ y \end{bmatrix} = "
        r"\begin{bmatrix} A x + B y \\ D y \end{bmatrix} \qquad m, n \in \{1, 2\},\; "
        r"A \in \mathbb{R}^{m \times m},\; B \in \mathbb{R}^{m \times n},\; "
        r"D \in \mathbb{R}^{n \times n},\; x \in \mathbb{R}^m,\; y \in \mathbb{R}^n",
        r"\begin{bmatrix} A & B \\ B & A \end{bmatrix}^\top = \begin{bmatrix} A & B \\ B & A "
        r"\end{bmatrix} \qquad A, B \in \mathbb{R}^{2 \times 2}"),
    "the determinant of blocks": (
        r"\left| \begin{matrix} A & B \\ 0 & D \end{matrix} \right| = |A| \, |D| \qquad "
        r"A, B, D \in \mathbb{R}^{2 \times 2}",
        r"\left| \begin{matrix} A & B \\ B & D \end{matrix} \right| = |A| \, |D| \qquad "
        r"A, B, D \in \mathbb{R}^{2 \times 2}"),
    "columns of ones and zeros": (
        r"x^\top 1_n = \sum_{j=1}^n x_j, \quad 2 x + 0_n = x + x, \quad M + 0_{2n} = M \qquad "
        r"n \in \{1, 2, \ldots\},\; x \in \mathbb{R}^n,\; M \in \mathbb{R}^{2 \times n}",
        r"x^\top 1_n = n \qquad n \in \{1, 2, \ldots\},\; x \in \mathbb{R}^n"),
    "a derivative that names its letter below": (
        r"\partial_x x^2 y = 2 x y, \quad \partial_{v_1} (v_1 v_2) = v_2 \qquad "
        r"x, y \in \mathbb{R},\; v \in \mathbb{R}^2",
        r"\partial_x x^2 y = x^2 \qquad x, y \in \mathbb{R}"),
    "cases in an array": (
        r"\left\{\begin{array}{rl} x, & \text{if} \; x \ge 0 \\ -x, & \text{if} \; x < 0 "
        r"\end{array}\right. = |x| \qquad x \in \mathbb{R}",
        r"\left\{\begin{array}{rl} x, & \text{if} \; x \ge 0 \\ x, & \text{if} \; x < 0 "
        r"\end{array}\right. = |x| \qquad x \in \mathbb{R}"),
    "cases in a set": (
        r"\begin{cases} 1 & \text{if } x \in [0, 1] \\ 0 & \text{otherwise} \end{cases} "
        r"\le 1 + x^2 \qquad x \in \mathbb{R}",
        r"\begin{cases} 1 & \text{if } x \notin [0, 1] \\ 0 & \text{otherwise} \end{cases} = 1 "
        r"\qquad x \in \mathbb{R}"),
    "rows that go on": (
        "\\begin{align}\n(x + 1)^2 &= x^2 \\\\\n&+ 2 x \\\\ &- 0 + 1 \\; . \\\\\n\\end{align}"
        r"\qquad x \in \mathbb{R}",
        "\\begin{align}\n(x + 1)^2 &= x^2 \\\\\n&+ 2 x \\\\ &- 1 \\; . \\\\\n\\end{align}"
        r"\qquad x \in \mathbb{R}"),
    "two columns of statements": (
        r"\begin{align} 1 &= 1 & 2 &= 2 \end{align}",
        r"\begin{align} 1 &= 1 & 2 &= 3 \end{align}"),
    "an environment in another": (
        r"\begin{equation}\begin{split} 1 &= 1 \\ &= 2 - 1 \nonumber \end{split}\end{equation}",
        r"\begin{equation}\begin{split} 1 &= 1 \\ &= 2 + 1 \nonumber \end{split}\end{equation}"),
    "an implication": (
        r"x > 2 \Rightarrow x^2 > 4 \qquad x \in \mathbb{R}",
        r"x^2 > 4 \Rightarrow x > 2 \qquad x \in \mathbb{R}"),
    "an equivalence": (
        r"x^3 > 8 \Leftrightarrow x > 2 \qquad x \in \mathbb{R}",
        r"x^2 > 4 \iff x > 2 \qquad x \in \mathbb{R}"),
    "digits that are printed": (
        r"\log 2 \approx 0.693", r"\log 2 \approx 0.694"),
    "digits of what is negative": (
        r"-\log 2 \approx -0.69", r"\log 2 \approx -0.69"),
    "a value in a set": (
        r"x^2 \in [0, 1] \qquad x \in [-1, 1]", r"x^3 \in [0, 1] \qquad x \in [-1, 1]"),
    "how an index is counted": (
        r"\sum_{j=1}^n j = \frac{n (n + 1)}{2}, \; n = 1, \ldots, 5",
        r"\sum_{j=1}^n j = n^2, \; n = 1, \ldots, 5"),
    "for all, as a sign": (
        r"x^2 \ge 0 \quad \forall x \in \mathbb{R}", r"x^2 > 0 \quad \forall x \in \mathbb{R}"),
    "a sum in an integral": (
        r"\int_0^1 x + 1 \, dx = \frac{3}{2}", r"\int_0^1 x + 1 \, dx = 1"),
    "a derivative under an integral": (
        r"\int_0^1 \frac{d}{da} a^2 y \, dy = a \qquad a \in [1, 2]",
        r"\int_0^1 \frac{d}{da} a^2 y \, dy = a^2 \qquad a \in [1, 2]"),
    "an integral over a declared set": (
        r"\int x^2 \, dx = \frac{1}{3} \qquad x \in [0, 1]",
        r"\int x^2 \, dx = \frac{x^3}{3} \qquad x \in [0, 1]"),
    "the slope of a square of a norm where it is zero": (
        r"\nabla_b \lVert b - c \rVert^2 = 2 (b - c) \qquad b, c \in \mathbb{R}^2",
        r"\nabla_b \lVert b - c \rVert^2 = b - c \qquad b, c \in \mathbb{R}^2"),
    "signs that are typed as such": (
        r"θ^2 ≥ 0, \quad θ − 1 <= θ, \quad |θ| >= θ, \quad 2 × θ ≠ 2 θ + 1 \qquad θ ∈ \mathbb{R}",
        r"θ^2 > 0 \qquad \theta ∈ \mathbb{R}"),
    "signs that are struck out": (
        r"x \not= x + 1, \quad \begin{cases} 1 & x \not\in [0, 1] \\ 0 & x \in [0, 1] "
        r"\end{cases} \le x^2 + 1 \qquad x \in \mathbb{R}",
        r"x \not= x^2 \qquad x \in \mathbb{R}"),
    "three dots": (
        r"1 + 2 + ... + n = \frac{n (n + 1)}{2}, \quad n = 1, ..., 5",
        r"1 + 2 + ... + n = n^2, \quad n = 1, ..., 5"),
    "an identity": (
        r"(x + 1)^2 \equiv x^2 + 2 x + 1 \qquad x \in \mathbb{R}",
        r"(x + 1)^2 \equiv x^2 + 1 \qquad x \in \mathbb{R}"),
    "rows that end with the command of plain TeX": (
        r"\begin{aligned} x &= x \cr &= 2 x - x \end{aligned} \qquad x \in \mathbb{R}",
        r"\begin{aligned} x &= x \cr &= 2 x + x \end{aligned} \qquad x \in \mathbb{R}"),
    "a bracket that moves nearer": (
        r"\exp\!\left(x\right) = e^x, \quad \log\!\left[x\right] = \ln\!\big(x\big) "
        r"\qquad x \in [1, 2]",
        r"\exp\!\left(x\right) = e^{-x} \qquad x \in \mathbb{R}"),
    "a digit for each part of a fraction": (
        r"\frac12 x = \frac x2 = x^\frac{2}{2} / 2 \qquad x \in \mathbb{R}_{>0}",
        r"x^\frac{1}{2} = \frac x2 \qquad x \in \mathbb{R}_{>0}"),
    "a number behind brackets": (
        r"\Gamma(x) \, 2^x = 2^x \Gamma(x) \qquad x \in \mathbb{R}_{>0}",
        r"\Gamma(x) \, 2^x = (2 \Gamma(x))^x \qquad x \in \mathbb{R}_{>0}"),
    "a sum of what is negative": (
        r"\sum_{j=1}^{n} -x_j + 1 = 1 - \sum_{j=1}^{n} x_j \qquad "
        r"n \in \{1, 2\},\; x \in \mathbb{R}^n",
        r"\sum_{j=1}^{n} -x_j + 1 = n - \sum_{j=1}^{n} x_j \qquad "
        r"n \in \{1, 2\},\; x \in \mathbb{R}^n"),
    "a dot between columns": (
        r"2 u \cdot v = 2 u^\top v, \quad u \cdot (A v) = u^\top A v, \quad 3 \cdot u = 3 u "
        r"\qquad "
        r"u, v \in \mathbb{R}^2,\; A \in \mathbb{R}^{2 \times 2}",
        r"u \cdot v = \lVert u \rVert \, \lVert v \rVert \qquad u, v \in \mathbb{R}^2"),
    "what stands under an extreme": (
        r"\underset{j \in \{1, 2, 3\}}{\mathrm{argmax}} \; (j - 2)^2 j = 3, \quad "
        r"\underset{j \in \{1, 2\}}{\max} j = 2",
        r"\underset{j \in \{1, 2, 3\}}{\operatorname{arg\,max}} (j - 2)^2 j = 1"),
    "the derivative by a square": (
        r"\frac{d}{d\sigma^2} \sigma^{-2} = -\frac{1}{(\sigma^2)^2} \qquad \sigma \in [1, 2]",
        r"\frac{d}{d\sigma^2} \sigma^{-2} = -\frac{2}{\sigma^3} \qquad \sigma \in [1, 2]"),
    "where letters live, behind a comma": (
        r"x^2 + y^2 \ge 2 x y, \quad x \in \mathbb{R}, \; y \in [0, 1]",
        r"x^2 + y^2 > 2 x y, \quad x \in \mathbb{R}, \; y \in [0, 1]"),
    "the second member and the one before the last": (
        r"\sum_{x \in \{a, a + 1, \ldots, b - 1, b\}} 1 = b - a + 1 \qquad "
        r"a \in \{0, 1\}, b \in \{3, 4\}",
        r"\sum_{x \in \{a, a + 1, \ldots, b - 1, b\}} 1 = b - a \qquad "
        r"a \in \{0, 1\}, b \in \{3, 4\}"),
    "groups that change nothing": (
        r"{a_1}^{2} {b} + {2 b} = {a_1 a_1 b + 2 b}, \quad \log{\frac{b}{2}} "
        r"= \log b - \log 2, \quad {A^\top}^\top = A \qquad "
        r"a \in \mathbb{R}^1,\; b \in [1, 2],\; A \in \mathbb{R}^{2 \times 2}",
        r"{a}^{2} + {b} = {a + b} \qquad a, b \in \mathbb{R}"),
    "a set with few members, to a power": (
        r"\sum_{j=1}^n y_j \le n \qquad n \in \{1, 2, \ldots\},\; y \in \{0, 1\}^n",
        r"\sum_{j=1}^n y_j < n \qquad n \in \{1, 2, \ldots\},\; y \in \{0, 1\}^n"),
}


@pytest.mark.parametrize("claim", [true for true, _ in TWINS.values()], ids=TWINS)
def test_it_is_read_as_it_is_meant(run: Run, claim: str) -> None:
    assert run(f"claim | {claim}", points=60).problems == []


@pytest.mark.parametrize("claim", [false for _, false in TWINS.values()], ids=TWINS)
def test_its_false_twin_is_shown_false(run: Run, claim: str) -> None:
    result = run(f"claim | {claim}", points=60)
    assert "fails at" in result.problem


PAGES = {
    "a bar between arguments": (
        r"p(x | \mu) := x - \mu \qquad x, \mu \in \mathbb{R}", r"p(3 \, | \, 1) = 2"),
    "two bars between arguments": (
        r"D(x || y) := x - y \qquad x, y \in \mathbb{R}", r"D[3 \,||\, 1] = 2"),
    "bars around an argument": (
        r"f(x, y) := x - y \qquad x, y \in \mathbb{R}", r"f(|-3|, |-1|) = 2"),
    "primes behind an index": (
        r"M_X(t) := e^{t^2} \qquad t \in \mathbb{R}", r"M_X''(0) = 2"),
    "a star behind an index": (
        r"x^* := (1, 2)", r"x_1^* + x_2^* = 3"),
    "a word as text": (
        r"\text{double}(x) := 2 x \qquad x \in \mathbb{R}", r"\operatorname{double}(1) = 2"),
    "a power in front of a word below": (
        r"\sigma_{\text{max}} := 3", r"\sigma^2_{\text{max}} = 9"),
    "an index of several letters": (
        r"\sigma_{XY} := 3", r"\sigma_{XY}^2 = 9"),
    "a word that is typed as letters": (
        r"Bern(y; p) = p^y (1 - p)^{1 - y} \qquad y \in \{0, 1\},\; p \in (0, 1)",
        r"Bern(1; \tfrac{1}{3}) = \frac{1}{3}"),
    "a single upright letter below": (
        r"w_\textrm{h} := 3", r"w_\mathrm{h} = w_{\text{h}} = 3"),
    "an accent over an accent": (
        r"\bar{\tilde{x}} := 3", r"\overline{\widetilde{x}} = 3"),
    "the sign of a definition": (
        r"f(x) \triangleq x^2 \qquad x \in \mathbb{R}", r"f(3) = 9"),
    "a maximum below": (
        r"x_{\max} := 3", r"x_\mathrm{max} = 3"),
    "an accent over a face": (
        r"\hat{\boldsymbol{\theta}} := 3", r"\hat{\boldsymbol{\theta}} + 1 = 4"),
    "a function with an index": (
        r"\Gamma_p(x) := x + 1 \qquad x \in \mathbb{R}", r"\Gamma_p(2) = 3"),
    "an argument by its name": (
        r"p(x | y) := x - y \qquad x, y \in \mathbb{R}", r"p(3 | y = 1) = 2"),
    "how many members a set has": (
        r"\mathcal{X} := \{1, 2, 5\}", r"|\mathcal{X}| = 3"),
}


@pytest.mark.parametrize(("definition", "claim"), PAGES.values(), ids=PAGES)
def test_it_is_read_where_its_letters_are_defined(run: Run, definition: str, claim: str) -> None:
    assert run(f"definition | {definition}", f"claim | {claim}").problems == []


REFUSED = {
    "a mark that makes another relation": (
        r"x \overset{!}{=} x \qquad x \in \mathbb{R}", "makes another one of it"),
    "a logarithm of what stands behind it": (
        r"\ln x y = y \ln x \qquad x, y \in \mathbb{R}_{>0}", "two readings"),
    "an inverse or a power": (
        r"\sin^{-1} x = x \qquad x \in (0, 1)", "two readings"),
    "an iterated logarithm or a power": (
        r"\log^2 x = x \qquad x \in [2, 3]", "two readings"),
    "a component at a product, or two indices": (
        r"x_{ij} = x_i \qquad x \in \mathbb{R}^4,\; i, j \in \{1, 2\}", "two readings"),
    "a sum over a continuum": (
        r"\sum_{x \in [0, 1]} x = \frac{1}{2}", "over a continuum"),
    "a matrix without brackets": (
        r"\det \begin{matrix} 1 & 0 \\ 0 & 1 \end{matrix} = 1", "without brackets"),
    "a maximum in two places": (
        r"\arg\max_{j \in \{1, 2\}} x^2 = 1 \qquad x \in \mathbb{R}", "two places"),
    "lower numbers that do not add up": (
        r"\binom{4}{1, 1} = 12", "do not add up"),
    "every second number, or all": (
        r"1 + 3 + \cdots + n = n \qquad n \in \{5, 7\}", "count up by one"),
    "dots after dots": (
        r"1 + \ldots + n + \ldots + m = 0 \qquad m, n \in \{1, 2\}", "the first and the last"),
    "the fractional part, or brackets": (
        r"\{x\} = x \qquad x \in \mathbb{R}", "two readings"),
    "an approximation of what is no numeral": (
        r"x \approx y \qquad x, y \in \mathbb{R}", "before a numeral"),
    "an implication that is never tried": (
        r"x > x + 1 \Rightarrow x = 5 \qquad x \in \mathbb{R}", "no point"),
    "an implication and an equivalence": (
        r"x > 2 \Rightarrow x > 1 \Leftrightarrow x > 0 \qquad x \in \mathbb{R}",
        "implications and equivalences"),
    "a middle of a chain that is never reached": (
        r"x > 2 \Rightarrow x < 3 \Rightarrow x > 4 \qquad x \in \{5, 6\}", "fails at"),
    "the power of a component, or the difference of two values": (
        r"[x t]_i^2 = 1 \qquad i \in \{1, 2\},\; x \in \mathbb{R}^2", "two readings"),
    "a difference by two letters": (
        r"[s t]_0^1 = 1", "has no meaning"),
    "blocks that do not fit": (
        r"\begin{bmatrix} x & M \end{bmatrix} = M \qquad x \in \mathbb{R}^3,\; "
        r"M \in \mathbb{R}^{2 \times 2}", "blocks with 2 and 3 rows"),
    "vectors in a list": (
        r"(x, y) = x \qquad x, y \in \mathbb{R}^2", "a vector of what is no number"),
    "a number before a column of ones": (
        r"2 1_2 = 1_2", "a number right behind a factor"),
    "a derivative by an index": (
        r"\partial_i x_i = 1 \qquad i \in \{1, 2\},\; x \in \mathbb{R}^2", "names the letter"),
    "the power of an entry, or an entry of the power": (
        r"M^2_{1,2} = 1 \qquad M \in \mathbb{R}^{2 \times 2}", "two readings"),
    "double bars between arguments, or around one": (
        r"\log(\|x\| + \|x) = 1 \qquad x \in \mathbb{R}^2", "two readings"),
    "a product of letters, or a command": (
        r"ln(2) = 2 l n \qquad l, n \in [1, 2]", "two readings"),
    "norms one in the other": (
        r"\|x\|y\|x\| = 1 \qquad x, y \in \mathbb{R}^2", "two readings"),
    "a quotient by a product with dots": (
        r"1 / x_1 \cdots x_n = 1 \qquad n \in \{2, 3\},\; x \in \mathbb{R}^n", "two readings"),
    "dots between factors that are alike": (
        r"2 \cdot \ldots \cdot 2 = 8", "how many factors"),
    "dots without a pattern": (
        r"x \cdot \ldots \cdot y = 8 \qquad x, y \in \mathbb{R}", "no pattern"),
    "a root of a negative number": (
        r"\sqrt[3]{x}^3 = x \qquad x \in \mathbb{R}_{<0}", "fails at"),
    "a reference to nothing": (
        r"1 \overset{\eqref{nothing}}{=} 1", "no display is called nothing"),
    "a number that no display has": (r"1 \stackrel{(3)}{=} 1", "no display is called 3"),
    **{f"a group that nobody sees, {why}": (
        rf"{claim} \qquad x, a, b, c \in [1, 2]", "braces are not seen") for why, claim in {
            "as a factor": "c {a + b} = a c + b c", "behind a minus": "c - {a + b} = c - a - b",
            "with a power": "{a b}^2 = a^2 b^2", "with a sign and a power": "{-a}^2 = a^2",
            "of a logarithm with a power": r"{\log a}^2 = (\log a)^2",
            "of a power with a power": "{a^2}^3 = a^6", "below a line": "1 / {a b} = 1 / (a b)",
            "behind a logarithm": r"\log {a b} = \log a + \log b",
            "of a logarithm, with a factor": r"{\log a} b = b \log a",
            "in a group": "c {{a + b}} = a c + b c",
            "behind a derivative": r"\frac{d}{dx} {x + x} = 2",
            "with a factorial": "{a + b}! = c", "of brackets with a power": "{(a)(b)}^2 = a^2 b^2",
        }.items()},
    "bars that come nearer": (r"|\!\left(x\right)| = x \qquad x \in [1, 2]", "pulls signs"),
    "two signs that come nearer": (r"x \!\!\left(3\right) = x \qquad x \in [1, 2]", "pulls signs"),
    "three digits of a fraction": (r"\frac123 = \frac{1}{23}", "first digit"),
    "a mark under a letter": (r"\underset{x}{y} = 3", r"\underset stands below"),
    "a second member two beyond the first": (
        r"\sum_{x \in \{a, a + 2, \ldots, b\}} x = 4 \qquad a \in \{0\}, b \in \{4\}",
        "count up by one"),
    "a last member but one": (
        r"\sum_{x \in \{a, \ldots, b - 2, b\}} x = 4 \qquad a \in \{0\}, b \in \{4\}",
        "the last two members"),
}


@pytest.mark.parametrize(("claim", "message"), REFUSED.values(), ids=REFUSED)
def test_what_may_mean_something_else_is_refused(run: Run, claim: str, message: str) -> None:
    assert message in run(f"claim | {claim}").problem


# ----------------------------------------------------------------- definitions with a plain =


def test_a_new_letter_gets_its_meaning_from_a_plain_sign_of_equality(run: Run) -> None:
    result = run(r"letters | x \in \mathbb{R}", r"square | f(x) = x^2", r"claim | f(3) = 9")
    assert result.problems == []
    assert result["square"].kind == "definition"


def test_the_rest_of_its_chain_is_claimed(run: Run) -> None:
    chain = r"square | f(x) = (x + 1)^2 = x^2 + 2 x {}\qquad x \in \mathbb{{R}}"
    assert run(chain.format("+ 1 "), r"claim | f(1) = 4").problems == []
    assert "fails at" in run(chain.format(""), r"claim | f(1) = 4").problem


def test_a_definition_may_go_on_with_a_claim(run: Run) -> None:
    chain = r"square | f(x) := (x + 1)^2 = x^2 + 2 x {}\qquad x \in \mathbb{{R}}"
    assert run(chain.format("+ 1 "), r"claim | f(1) = 4").problems == []
    assert "fails at" in run(chain.format(""), r"claim | f(1) = 4").problem


def test_a_word_that_is_a_product_as_well_has_two_readings(run: Run) -> None:
    word = r"word | abc(x) := x + 1 \qquad x \in \mathbb{R}"
    assert run(word, r"claim | abc(2) = 3").problems == []
    letters = r"letters | a, b, c \in [1, 2]"
    assert _is_refused(run, "two readings", word, letters, r"claim | abc(2) = 2 a b c")


def test_what_two_bars_are_spelled_out_as_moves_nothing(run: Run) -> None:
    page = (r"letters | x \in \{1, 2\}", r"p | p(x) := x / 3", r"q | q(x) := 1 / 2")
    chain = r"gap | \mathrm{{KL}}[p\,||\,q] = \sum_x p(x) \log \frac{{p(x)}}{{q(x)}} {}"
    assert run(*page, chain.format(r"\ge 0"), r"claim | \mathrm{KL}[p || q] > 0").problems == []
    false = run(*page, chain.format(r"\le 0"), r"claim | \mathrm{KL}[p || q] > 0")
    assert "fails at" in false.problem


def test_declarations_stand_in_rows(run: Run) -> None:
    rows = (r"letters | \begin{split} x &\in [1, 2] \\ y &\in [3, 4] \; . \end{split}",
            r"laws | \begin{align} X &\sim f \\ Y &\sim f \end{align}")
    assert run(r"density | f(z) := 2 z \qquad z \in [0, 1]", *rows,
               r"claim | x < y, \quad \mathrm{E}(X) = \mathrm{E}(Y)").problems == []


def test_a_second_sign_of_equality_is_a_claim(run: Run) -> None:
    result = run(r"letters | x \in \mathbb{R}", r"one | f(x) = x^2", r"two | f(x) = x^3")
    assert "two: fails at" in result.problem


FAMILY = (r"size | n \in \{2, 3, \ldots\}", r"letters | x_1, \ldots, x_n \in \mathbb{R}")


def test_letters_are_declared_by_the_first_and_the_last(run: Run) -> None:
    assert run(*FAMILY, r"sum | x := \sum_{i=1}^n x_i",
               r"claim | x^2 \le n \sum_{i=1}^n x_i^2").problems == []
    assert run(*FAMILY, r"vector | x = (x_1, \ldots, x_n)",
               r"claim | x^\top x = \sum_{i=1}^n x_i^2").problems == []
    assert "fails at" in run(*FAMILY, r"claim | x_1 = x_2").problem


def test_one_of_them_is_not_declared_again(run: Run) -> None:
    problems = run(*FAMILY, r"again | x_2 := 4").problems
    assert any("x_2 is one of x_1, x_2 and so on" in problem for problem in problems)


def test_a_slip_of_the_pen_is_no_definition(run: Run) -> None:
    problem = run(r"slip | A(x) = x + 1 \qquad x \in \mathbb{R}").problem
    assert "A is defined and never used" in problem


def test_what_everybody_knows_is_not_defined_by_it(run: Run) -> None:
    assert "fails at" in run(r"claim | \Gamma'(x) = \Gamma(x) \qquad x \in [1, 2]").problem
    assert "fails at" in run(r"claim | \pi = 3").problem


def _is_refused(run: Run, message: str, *page: str) -> bool:
    """Is the claim at the end of a page refused when it is read?"""
    result = run(*page)
    return result["claim"].statement is None and any(
        " claim: " in problem and message in problem for problem in result.problems)


def test_a_bar_is_no_comma(run: Run) -> None:
    definition = r"law | p(x \mid y) := x - y \qquad x, y \in \mathbb{R}"
    assert _is_refused(run, "two readings", definition, r"claim | p(3, 1) = 2")
    declared = r"law | p \colon \{1, 2\} \times \{1, 2\} \to \mathbb{R}"
    claim = r"claim | p(x \mid y) = p(x, y) \qquad x, y \in \{1, 2\}"
    assert _is_refused(run, "two readings", declared, claim)


def test_the_number_of_arguments_is_seen_when_it_is_read(run: Run) -> None:
    square = r"square | f(x) := x^2 \qquad x \in \mathbb{R}"
    assert _is_refused(run, "f takes 1 argument, given 2", square, r"claim | f(1, 2) = 1")


def test_capitals_that_look_like_a_product_are_one_or_the_other(run: Run) -> None:
    result = run(r"one | \mathcal{M} := 2", r"both | \mathcal{MN} := 5",
                 r"claim | \mathcal{MN} = \mathcal{M} + 3")
    assert any("look like parts of one product" in problem for problem in result.problems)


def test_a_reference_leads_to_the_display_that_it_names(run: Run) -> None:
    result = run(r"first | 2 + 2 = 4", r"second | 2 \cdot 2 \overset{\eqref{first}}{=} 4")
    assert result.problems == []
    assert result["second"].uses == ("first",)


@pytest.mark.parametrize("tex", [
    r"\int_0^1 \mathrm{d}x \, x = x \qquad x \in \mathbb{R}",
    r"\int_0^1 \mathrm{d}x \int_0^2 \mathrm{d}y = 2",
    r"A^T = A A A \qquad A \in \mathbb{R}^{2 \times 2},\; T \in \{3\}",
    r"(A A)^{T} = A A A A \qquad A \in \mathbb{R}^{2 \times 2},\; T \in \{2\}",
])
def test_what_physicists_or_statisticians_read_otherwise_has_two_readings(run: Run, tex: str
                                                                          ) -> None:
    assert "two readings: " in run(f"claim | {tex}").problem


@pytest.mark.parametrize("tex", [
    r"\int_0^1 \int_0^2 \mathrm{d}x \, \mathrm{d}y = 2",
    r"\int_0^1 \mathrm{d}x + x = x + 1 \qquad x \in \mathbb{R}",
    r"x^T x = x^{T + 1} \qquad x \in \mathbb{R}_{>0},\; T \in \{2, 3\}",
])
def test_what_has_one_reading_beside_them_holds(run: Run, tex: str) -> None:
    assert run(f"claim | {tex}")["claim"].verdict.holds
