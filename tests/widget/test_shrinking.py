"""Shrinking a script: smaller, and it still means the same."""

import pytest

from widget.shrinking import shrink, shrink_style


@pytest.mark.parametrize(
    ("source", "smaller"),
    [
        ("const total = 1; use(total);", "const a=1;use(a);"),
        ("let x = 1; /* why */ // then\nx += 2;", "let a=1;a+=2;"),
        ("const price = 1; use({ price });", "const a=1;use({price:a});"),
        ("const { price, area: place = 2 } = home;", "const{price:a,area:b=2}=home;"),
        ("const { price = 1 } = home; use(price);", "const{price:a=1}=home;use(a);"),
        ("const [first, ...others] = all;", "const[a,...b]=all;"),
        ("const price = home.price;", "const a=home.price;"),
        ('const price = { "price": 1, price: 2 };', 'const a={"price":1,price:2};'),
        ("const text = `of  ${ one } and`; use(text);", "const a=`of  ${one} and`;use(a);"),
        ("const one = 1; use(`a // ${one}  b`, `c`);", "const a=1;use(`a // ${a}  b`,`c`);"),
        ("use('a  // b', /x  y[/]/g, \"it's\");", "use('a  // b',/x  y[/]/g,\"it's\");"),
        ("const say = (word) => word + other;", "const a=a=>a+other;"),
        ("const say = word => say(word);", "const a=b=>a(b);"),
        ("const say = (a1, b1) => a1;", "const a=(a,b)=>a;"),
        ("const say = ({ a1 }) => a1;", "const a=({a1:a})=>a;"),
        ("const a1 = (b1) => (c1) => a1 + b1 + c1;", "const a=b=>c=>a+b+c;"),
        ("const one = () => a; const two = 1;", "const b=()=>a;const c=1;"),
        ("class Chat { #n = 1; get n() { return this.#n; } }",
         "class a{#n=1;get n(){return this.#n}}"),
        ("for (const item of items) use(item);", "for(const a of items)use(a);"),
        ("try { go(); } catch (problem) { use(problem); }", "try{go()}catch(a){use(a)}"),
        ("use(first); function first(given) { return given; }",
         "use(a);function a(b){return b}"),
        ("if (a) { for (;;) ; }", "if(a){for(;;);}"),
        ("use(a + +b - -c, [1, 2,],);", "use(a+ +b- -c,[1,2]);"),
        ("use(typeof a, async () => await b);", "use(typeof a,async()=>await b);"),
    ],
)  # fmt: skip
def test_names_get_short_and_meaning_stays(source, smaller):
    assert shrink(source) == smaller


def test_many_names_go_on_with_two_letters_and_skip_keywords():
    names = [f"name{number}" for number in range(400)]
    shrunk = shrink("".join(f"const {name}={number};" for number, name in enumerate(names)))
    given = [part.split("=")[0] for part in shrunk.replace("const ", "").split(";")[:-1]]
    assert len(set(given)) == 400
    assert not {"do", "if", "in", "of", "as", "is"} & set(given)


def test_what_does_not_parse_is_refused():
    with pytest.raises(ValueError, match="does not parse"):
        shrink("const = ;")


@pytest.mark.parametrize(
    ("source", "smaller"),
    [
        ("a {\n  color: red;\n}\n", "a{color:red}"),
        ("/* why */ a > b, c { top: 0.5em; left: 10.5px; }", "a>b,c{top:.5em;left:10.5px}"),
        ("a { width: calc(1px + 2px); }", "a{width:calc(1px + 2px)}"),
        ("a :hover { color: red }", "a :hover{color:red }"),
        ("@media (width: 1px) { a { top: 0; } }", "@media (width: 1px){a{top:0}}"),
    ],
)
def test_a_style_sheet_loses_comments_and_spaces_only(source, smaller):
    assert shrink_style(source) == smaller.replace("red }", "red}")
