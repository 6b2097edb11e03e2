#include "assets.hpp"

const char *const style_css = R"css(
:root {
  --paper: #faf8f4; --card: #fff; --ink: #23282d; --soft: #6a7075; --line: #e3dfd6; --accent: #23527c; --mark: #fbe9a9;
  --mincho: "Hiragino Mincho ProN", "Yu Mincho", "Noto Serif CJK JP", "Noto Serif JP", IPAPMincho, serif;
  --gothic: "Hiragino Sans", "Yu Gothic Medium", "Noto Sans CJK JP", "Noto Sans JP", IPAPGothic, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #17191c; --card: #1f2226; --ink: #e4e2dc; --soft: #9a9fa5; --line: #33373c; --accent: #8fbbe3; --mark: #5c4c14; }
}
* { box-sizing: border-box; }
html { font-size: 100%; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font-family: var(--gothic); line-height: 1.75;
  line-break: strict; overflow-wrap: anywhere; }
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; text-underline-offset: .2em; }
a:focus-visible, input:focus-visible, button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
mark { background: var(--mark); color: inherit; padding: .05em .1em; border-radius: 2px; }
header { position: sticky; top: 0; z-index: 2; background: var(--paper); border-bottom: 1px solid var(--line); }
header > div, main { max-width: 66rem; margin: 0 auto; padding: 0 1.5rem; }
header > div { display: flex; align-items: center; gap: 1.5rem; padding-top: .8rem; padding-bottom: .8rem; }
.name { font: 1.5rem/1 var(--mincho); letter-spacing: .2em; color: var(--ink); white-space: nowrap; }
form { flex: 1; display: flex; gap: .5rem; max-width: 40rem; min-width: 0; }
.field { position: relative; flex: 1; min-width: 0; }
input[type=search] { width: 100%; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line);
  border-radius: .4rem; padding: .35rem .8rem; appearance: none; }
button { font: inherit; color: var(--paper); background: var(--accent); border: 0; border-radius: .4rem; padding: .35rem 1.1rem;
  white-space: nowrap; cursor: pointer; }
.field ul { position: absolute; top: calc(100% + .3rem); left: 0; right: 0; margin: 0; padding: .3rem 0; list-style: none;
  background: var(--card); border: 1px solid var(--line); border-radius: .4rem; box-shadow: 0 .6rem 1.6rem #0002; }
.field li { display: flex; justify-content: space-between; gap: 1rem; padding: .2rem .8rem; cursor: pointer; }
.field li span { color: var(--soft); font-size: .8rem; white-space: nowrap; }
.field li[aria-selected=true] { background: color-mix(in srgb, var(--accent) 14%, transparent); }
main { display: grid; grid-template-columns: 15rem minmax(0, 1fr); column-gap: 3rem; padding-bottom: 4rem; }
.bar { grid-column: 1 / -1; display: flex; align-items: baseline; gap: 1.5rem; padding: 1rem 0 .6rem; }
.count { margin: 0; font-variant-numeric: tabular-nums; }
.orders { margin-left: auto; display: flex; gap: 1rem; font-size: .875rem; white-space: nowrap; }
.orders [aria-current] { color: var(--ink); border-bottom: 2px solid var(--accent); }
#narrow { position: absolute; opacity: 0; pointer-events: none; }
.bar label { display: none; }
aside { font-size: .9rem; }
aside h2, .similar h2 { font-size: .8rem; font-weight: normal; color: var(--soft); letter-spacing: .1em; margin: 0 0 .4rem; }
aside section { margin-bottom: 1.8rem; }
aside ul, .similar ul { list-style: none; margin: 0; padding: 0; }
aside li a { display: flex; align-items: baseline; gap: .5rem; color: inherit; padding: .08rem .4rem; margin: 0 -.4rem;
  border-radius: .3rem; }
aside li a:hover { background: color-mix(in srgb, var(--accent) 9%, transparent); text-decoration: none; }
aside li span { flex: 1; }
aside li b { font-weight: normal; color: var(--soft); font-variant-numeric: tabular-nums; }
.level-1 { padding-left: 1.2rem; } .level-2 { padding-left: 2.4rem; } .level-3 { padding-left: 3.6rem; }
.box { flex: none; width: .8em; height: .8em; border: 1px solid var(--soft); border-radius: 2px; align-self: center; }
[aria-current] > .box { background: var(--accent); border-color: var(--accent); box-shadow: inset 0 0 0 2px var(--card); }
[aria-current] > span { color: var(--accent); }
.years { display: block; width: 100%; max-height: 8rem; }
.years text { font: 10.5px var(--gothic); fill: var(--soft); text-anchor: middle; }
.years .bar { fill: color-mix(in srgb, var(--accent) 38%, var(--paper)); }
.years .area { fill: transparent; }
.years a:hover .bar { fill: color-mix(in srgb, var(--accent) 70%, var(--paper)); }
.years [aria-current] .bar { fill: var(--accent); }
.years [aria-current] text { fill: var(--accent); font-weight: bold; }
.chips { display: flex; flex-wrap: wrap; gap: .5rem; margin: 0 0 1rem; font-size: .875rem; }
.chips a { border: 1px solid var(--accent); border-radius: 2rem; padding: 0 .8rem; }
.chips a span { margin-left: .5rem; }
.chips .all { border-color: transparent; color: var(--soft); }
.notice { margin: 0 0 1rem; padding: .4rem .9rem; border-left: 3px solid var(--accent); background: var(--card); }
.empty { grid-column: 1 / -1; margin: 3rem 0; color: var(--soft); }
.hits article { padding-bottom: 1.3rem; margin-bottom: 1.3rem; border-bottom: 1px solid var(--line); }
h1, h3 { font-family: var(--mincho); font-weight: normal; line-height: 1.45; margin: 0; text-wrap: balance; }
h1 { font-size: 1.9rem; }
h3 { font-size: 1.3rem; }
.by { margin: .1rem 0 .3rem; color: var(--soft); font-size: .875rem; font-variant-numeric: tabular-nums; }
.snippet { margin: 0 0 .4rem; }
.topics { display: flex; flex-wrap: wrap; gap: .1rem .9rem; font-size: .8rem; }
.pages { display: flex; flex-wrap: wrap; gap: .4rem; justify-content: center; }
.pages a { min-width: 2.4rem; text-align: center; padding: .2rem .7rem; border-radius: .4rem; }
.pages [aria-current] { background: var(--accent); color: var(--paper); }
.whole { grid-column: 1 / -1; max-width: 40rem; width: 100%; margin: 2.5rem auto 0; }
.body { margin-top: 2rem; font-family: var(--mincho); font-size: 1.06rem; line-height: 2; white-space: pre-wrap; text-align: justify; }
.similar { grid-column: 1 / -1; max-width: 40rem; width: 100%; margin: 3rem auto 0; border-top: 1px solid var(--line); padding-top: 1.2rem; }
.similar .by { margin-left: .8rem; }
@media (max-width: 46rem) {
  header > div { gap: .8rem; padding: .6rem 1rem; }
  .name { font-size: 1.15rem; letter-spacing: .05em; }
  button { padding: .35rem .8rem; }
  input[type=search] { font-size: 16px; }
  main { display: block; padding: 0 1rem 3rem; }
  .bar { gap: 1rem; flex-wrap: wrap; }
  .bar label { display: inline; font-size: .875rem; color: var(--accent); cursor: pointer; }
  .orders { gap: .7rem; }
  #narrow:focus-visible ~ .bar label { outline: 2px solid var(--accent); }
  aside { display: none; padding: .8rem 1rem 0; margin-bottom: 1.2rem; background: var(--card); border: 1px solid var(--line); border-radius: .4rem; }
  #narrow:checked ~ aside { display: block; }
  h1 { font-size: 1.5rem; }
  h3 { font-size: 1.15rem; }
}
)css";
