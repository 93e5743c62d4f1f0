import type { SimulationResult } from '@shared/contract/simulation'
import type { Snapshot } from '@shared/contract/snapshot'
import type { TextFile } from '@shared/contract/text-file'
import type { Scenario } from '@shared/design/scenario'
import { replayWords } from '@shared/replay-words'
import { numberText } from './check-text'
import { fileName } from './file-name'
import { answersTable } from './report/answers-table'
import { safeHtml, NOTHING, type Markup } from './report/markup'
import { reportCharts } from './report/report-charts'
import { reportGuide } from './report/report-guide'
import { reportStyle } from './report/report-style'
import { checkTable, costTable, headroomTable, outcomeTable, rowTable } from './report/report-tables'
import { reportTiles } from './report/report-tiles'

/** Even a browser that is asked to do more does nothing: no script, no picture, no font, no frame, no form. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** A run as one HTML file for people: charts and tables in both themes, nothing fetched, no script. */
export function htmlReport(result: SimulationResult, snapshot: Snapshot, scenario: Scenario): TextFile {
  const { markup } = safeHtml`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${result.scenario} – Gatewright</title>
        <style>
          ${{ markup: reportStyle() }}
        </style>
      </head>
      <body>
        <main>
          ${heading(result, scenario)} ${reportTiles(result)}
          <h2>Over time</h2>
          ${reportCharts(snapshot)}
          ${
            result.checks.length === 0
              ? NOTHING
              : safeHtml`<h2>Checks</h2>
                  ${checkTable(result)}`
          }
          <h2>Requests</h2>
          ${outcomeTable(result)} ${rowTable('Routes', 'Route', result.routes)}
          ${result.apiKeys.some(({ key }) => key !== '') ? rowTable('API keys', 'API key', result.apiKeys) : NOTHING}
          ${answers(result)} ${replays(result)}
          <h2>Cost</h2>
          ${costTable(result)} ${costNotes(result)} ${reportGuide()}
          <footer>Made by Gatewright. Prices of ${result.cost.pricesAsOf}, ${result.cost.region}.</footer>
        </main>
      </body>
    </html> `
  return { name: fileName(result.scenario, '-report.html'), text: markup, notes: [] }
}

function heading({ scenario: name, seed, durationInSeconds, checks }: SimulationResult, scenario: Scenario): Markup {
  const failed = checks.filter(({ passed }) => !passed).length
  const words =
    failed === 0
      ? `✓ ${checks.length} of ${checks.length} checks passed`
      : `✗ ${failed} of ${checks.length} checks failed`
  const verdict =
    checks.length === 0 ? NOTHING : safeHtml`<div class="verdict ${failed === 0 ? 'passed' : 'failed'}">${words}</div>`
  const description =
    scenario.description === undefined ? NOTHING : safeHtml`<p class="description">${scenario.description}</p>`
  return safeHtml`<p class="eyebrow">Simulated run</p>
    <h1>${name}</h1>
    <p class="facts">
      ${numberText(durationInSeconds, 1)} seconds, API ${scenario.apiId}, stage ${scenario.stage}, seed ${seed}
    </p>
    ${description} ${verdict}`
}

/** Nothing for a run of which the charts show all. */
function answers(result: SimulationResult): Markup {
  const tables = [answersTable(result), headroomTable(result)].filter((table) => table !== NOTHING)
  return tables.length === 0
    ? NOTHING
    : safeHtml`<h2>Answers</h2>
        ${tables}`
}

/** What became of the access logs that were played; nothing where none was. */
function replays(result: SimulationResult): Markup {
  const words = replayWords(result)
  if (words.length === 0) return NOTHING
  const lines = words.flatMap(({ sentence, problems }) => [sentence, ...problems])
  return safeHtml`<h2>Replayed logs</h2>
    <ul class="notes">
      ${lines.map((line) => safeHtml`<li>${line}</li>`)}
    </ul>`
}

function costNotes({ cost }: SimulationResult): Markup {
  return safeHtml`<ul class="notes">
    ${cost.assumptions.map((assumption) => safeHtml`<li>${assumption}</li>`)}
  </ul>`
}
