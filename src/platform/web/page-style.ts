/** For every page of ours: readable on a phone, by keyboard, in the dark, at any size of letters. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1d2330; --soft: #525a6b; --paper: #fff; --line: #767e8e; --accent: #1f4f8f; --on-accent: #fff; --alarm: #a3151b; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eceff5; --soft: #b3bbca; --paper: #171b24; --line: #8b94a6; --accent: #9cc4ff; --on-accent: #10131a; --alarm: #ff9a94; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.5 system-ui, sans-serif; }
main { max-width: 38rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; overflow-wrap: break-word; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .75rem; }
h2 { font-size: 1.0625rem; margin: 0; }
a { color: var(--accent); }
fieldset { border: 0; margin: 1.5rem 0; padding: 0; min-width: 0; }
legend, label { font-weight: 600; }
legend { padding: 0; }
.ends, .small, .optional { color: var(--soft); font-weight: 400; }
.ends { margin: .25rem 0 .5rem; }
.small { font-size: .9375rem; }
.choices { display: flex; flex-wrap: wrap; gap: .4rem; }
.choice { position: relative; flex: 1 0 2.6rem; max-width: 5rem; }
.choice input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
.choice label { display: block; padding: .6rem 0; text-align: center; border: 1px solid var(--line); border-radius: .5rem; }
.choice input:checked + label { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
.choice input:focus-visible + label, textarea:focus-visible, button:focus-visible, a:focus-visible, .check input:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.field { margin: 1.5rem 0; }
.field > label { display: block; margin-bottom: .35rem; }
textarea { display: block; width: 100%; padding: .6rem; font: inherit; color: inherit; background: transparent; border: 1px solid var(--line); border-radius: .5rem; }
.check { display: flex; gap: .75rem; align-items: flex-start; }
.check input { flex: none; width: 1.5rem; height: 1.5rem; margin: 0; accent-color: var(--accent); }
.check label { font-weight: 400; }
button { padding: .75rem 2rem; font: inherit; font-weight: 600; color: var(--on-accent); background: var(--accent); border: 0; border-radius: .5rem; cursor: pointer; }
.problems { border: 2px solid var(--alarm); border-radius: .5rem; padding: .75rem 1rem; }
.problems ul { margin: .25rem 0 0; padding-left: 1.25rem; }
.error { display: block; color: var(--alarm); font-weight: 600; margin: .25rem 0; }
@media (forced-colors: active) { .choice input:checked + label { outline: 3px solid Highlight; } }
`;
