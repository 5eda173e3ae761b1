r"""TeX in learners' text: known commands of plain mathematics stay, all others are disabled.

A page of feedback and an instructor's browser show it through MathJax, whose commands also make links (\href, \ref),
set styles and names of elements (\style, \class, \cssId), load more commands (\require), and define others (\def).
"""

import re

_COMMAND = re.compile(r"\\([A-Za-z]+)")
_NAMES = r"""
    alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa varkappa lambda mu nu xi omicron pi
    varpi rho varrho sigma varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma
    Upsilon Phi Psi Omega aleph beth ell hbar imath jmath Re Im wp partial nabla infty emptyset varnothing prime
    angle top bot degree forall exists nexists neg lnot land lor wedge vee therefore because square Box Diamond
    triangle bullet star checkmark

    sum prod coprod int iint iiint oint bigcup bigcap bigoplus bigotimes bigodot bigvee bigwedge biguplus bigsqcup
    lim limsup liminf sup inf max min argmax argmin arg det dim exp gcd hom ker lg ln log Pr deg sin cos tan cot sec
    csc sinh cosh tanh coth arcsin arccos arctan operatorname limits nolimits bmod mod pmod pm mp times div cdot ast
    circ oplus ominus otimes oslash odot cap cup uplus sqcap sqcup setminus backslash amalg dagger le leq leqslant
    ge geq geqslant ll gg ne neq equiv sim simeq approx cong asymp propto doteq triangleq models perp mid nmid
    parallel prec succ preceq succeq subset supset subseteq supseteq subsetneq in ni notin not vdash dashv lt gt

    to gets mapsto longmapsto leftarrow rightarrow leftrightarrow Leftarrow Rightarrow Leftrightarrow uparrow
    downarrow updownarrow Uparrow Downarrow longleftarrow longrightarrow Longleftarrow Longrightarrow iff implies
    impliedby hookrightarrow hookleftarrow rightharpoonup rightleftharpoons leadsto xrightarrow xleftarrow nearrow
    searrow

    frac dfrac tfrac cfrac binom dbinom tbinom sqrt root of over choose stackrel overset underset substack hat
    widehat bar overline underline vec tilde widetilde dot ddot check breve acute grave mathring overbrace
    underbrace overrightarrow overleftarrow boxed left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl
    biggr Biggl Biggr langle rangle lvert rvert lVert rVert vert Vert lfloor rfloor lceil rceil lbrace rbrace lbrack
    rbrack begin end hline tag notag nonumber text textrm textbf textit texttt textsf mathrm mathbf mathit mathsf
    mathtt mathbb mathcal mathfrak mathscr boldsymbol bf rm it sf tt cal mbox displaystyle textstyle scriptstyle
    scriptscriptstyle quad qquad ldots cdots dots vdots ddots dotsc dotsb colon newline nobreakspace space
"""
_PLAIN = frozenset(_NAMES.split())


def only_maths(text: str) -> str:
    r"""Put a space after the backslash of every command in `text` that is not known to be plain mathematics.

    (Also in `\\href`: after Markdown two backslashes are one; without Markdown they end a line.)
    """
    return _COMMAND.sub(lambda found: found[0] if found[1] in _PLAIN else f"\\ {found[1]}", text)
