import { colourRules } from './report-colours'

const RULES = `
*{box-sizing:border-box}
body{margin:0;background:var(--window);color:var(--text);font:13.5px/1.5 Inter,system-ui,-apple-system,"Segoe UI",sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
main{max-width:1120px;margin:0 auto;padding:40px 24px 64px}
h1{margin:0;font-size:26px;line-height:1.25;font-weight:650;letter-spacing:-.01em}
h2{margin:40px 0 12px;font-size:16px;line-height:1.35;font-weight:650}
p{margin:0 0 8px;max-width:78ch}
.eyebrow{margin:0 0 6px;color:var(--muted);font-size:12px}
.facts{margin:8px 0 0;color:var(--secondary)}
.description{margin-top:12px;color:var(--secondary)}
.verdict{display:inline-block;margin-top:16px;padding:3px 12px;border-radius:999px;font-weight:600}
.passed{color:var(--success)}.failed{color:var(--danger)}
.verdict.passed{background:var(--success-soft)}.verdict.failed{background:var(--danger-soft)}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(136px,1fr));gap:12px;margin-top:24px;padding:0}
.tile{display:flex;flex-direction:column;padding:12px 14px;border:1px solid var(--border);border-radius:8px;background:var(--canvas)}
.tile dt{color:var(--muted);font-size:12px}
.tile dd{margin:2px 0 0;font-size:20px;line-height:1.3;font-weight:620;white-space:nowrap}
.tile dd.note{margin-top:2px;color:var(--muted);font-size:12px;line-height:1.4;font-weight:400;white-space:normal}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,460px),1fr));gap:16px}
figure{margin:0;padding:14px 16px 10px;border:1px solid var(--border);border-radius:8px;background:var(--canvas)}
figure.wide{grid-column:1/-1;overflow-x:auto}
figure.wide>svg{min-width:600px}
figcaption{font-weight:600}
figcaption span{color:var(--muted);font-weight:400}
.legend{display:flex;flex-wrap:wrap;gap:2px 16px;margin:4px 0 6px;padding:0;list-style:none;color:var(--secondary);font-size:12px}
.legend li{display:flex;align-items:center;gap:6px}
.legend svg{flex:none;width:16px;height:10px}
figure>svg{display:block;width:100%;height:auto}
svg text{fill:var(--muted);font-size:11px}
.table{overflow-x:auto;border:1px solid var(--border);border-radius:8px;background:var(--canvas)}
.table+.table,.table+p,p+.table{margin-top:12px}
table{width:100%;border-collapse:collapse}
caption{padding:10px 16px 6px;text-align:left;font-weight:600}
th,td{padding:6px 16px;text-align:left;vertical-align:top;border-top:1px solid var(--grid)}
thead th{color:var(--muted);font-size:12px;font-weight:500;white-space:nowrap;border-top:0}
tbody th{min-width:16ch;font-weight:450}
td.text{min-width:16ch}
.number{text-align:right;white-space:nowrap}
tfoot th,tfoot td{font-weight:620;border-top:1px solid var(--border)}
.meter{width:22%;min-width:110px}
.meter svg{display:block;width:100%;height:8px;margin-top:6px}
.quiet{color:var(--muted)}
ul.notes{margin:8px 0 0;padding-left:18px;color:var(--secondary)}
dl.guide{display:grid;grid-template-columns:minmax(140px,220px) 1fr;gap:6px 24px;margin:0;color:var(--secondary)}
dl.guide dt{color:var(--text);font-weight:550}
dl.guide dd{margin:0;max-width:78ch}
footer{margin-top:48px;color:var(--muted);font-size:12px}
@media (max-width:640px){main{padding:24px 14px 40px}th,td{padding:6px 10px}dl.guide{grid-template-columns:1fr;gap:2px}dl.guide dd{margin-bottom:8px}}
@media print{body{background:var(--canvas)}main{padding:0}figure,.table,.tile{break-inside:avoid}}
`

/** The report's style sheet: both themes, small screens, paper. Nothing is fetched. */
export function reportStyle(): string {
  return `${colourRules()}${RULES.trim()}`
}
