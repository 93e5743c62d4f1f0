import type { TextFile } from '@shared/contract/text-file'
import type { Design } from '@shared/design/design'
import type { LatencyDistribution, Scenario } from '@shared/design/scenario'
import { fileName } from './file-name'
import { jsLiteral } from './k6/js-literal'
import { k6Executor } from './k6/k6-executor'
import { K6_RUNTIME } from './k6/k6-runtime'
import { k6Thresholds } from './k6/k6-thresholds'
import { commentLines } from './load/comment-lines'
import type { LoadPlan, LoadSource } from './load/load-plan'
import { INVALID_BODY } from './load/sample-body'
import { scenarioPlan } from './load/scenario-plan'
import { tokenVariables } from './load/token-variables'

/** A scenario as a script for k6, which sends the same traffic for real. Keys and tokens come from the environment. */
export function k6Script(design: Design, scenario: Scenario): TextFile {
  const plan = scenarioPlan(design, scenario)
  const name = fileName(scenario.name, '-k6.js')
  const { thresholds, notes } = k6Thresholds(scenario.checks ?? [], plan)
  const all = [...plan.notes, ...arrivalNotes(plan), ...notes]
  const text = [
    ...headerLines(plan, name, all),
    "import { randomSeed, sleep } from 'k6'",
    "import http from 'k6/http'",
    "import { Counter, Rate, Trend } from 'k6/metrics'",
    '',
    `const BASE_URL = (__ENV.BASE_URL || ${jsLiteral(plan.baseUrl)}).replace(/\\/+$/, '')`,
    `const SEED = ${jsLiteral(plan.seed)}`,
    `const INVALID_BODY = ${jsLiteral(INVALID_BODY)}`,
    `const VARIABLES = ${jsLiteral(variablesOf(plan))}`,
    `const SOURCES = ${jsLiteral(plan.sources.map(sourceData))}`,
    '',
    `export const options = ${jsLiteral(optionsOf(plan, thresholds))}`,
    K6_RUNTIME.trimEnd(),
    ...(plan.sources.length > 0 ? [] : ['', ...NOTHING_TO_SEND]),
    '',
  ].join('\n')
  return { name, text, notes: all }
}

/** k6 needs something to run. */
const NOTHING_TO_SEND = ['export default function nothingToSend() {', '  http.get(BASE_URL)', '}']

function headerLines(
  { scenarioName, baseUrl, keys, ...plan }: LoadPlan,
  name: string,
  notes: readonly string[],
): string[] {
  return commentLines(
    [
      `k6 script of the scenario "${scenarioName}", exported from Gatewright.`,
      '',
      `k6 run ${name}`,
      `  -e BASE_URL=...  where the API answers; ${baseUrl} when absent`,
      ...keys.map((key) => `  -e ${key.variable}=...  the value of the API key "${key.name}"`),
      ...tokenVariables({ ...plan, scenarioName, baseUrl, keys }).map(
        ({ variable, meaning }) => `  -e ${variable}=...  ${meaning}`,
      ),
      ...(notes.length === 0
        ? []
        : ['', 'What is different from the simulation:', ...notes.map((note) => `- ${note}`)]),
    ],
    '//',
  )
}

function arrivalNotes({ sources }: LoadPlan): string[] {
  const poisson = sources.filter(({ arrival }) => arrival.kind === 'rate' && arrival.isPoisson)
  const budgets = sources.filter(({ retry }) => retry !== null && retry.budget !== null)
  const named = (some: readonly LoadSource[]): string => some.map(({ name }) => `"${name}"`).join(', ')
  return [
    ...(poisson.length > 0
      ? [`${named(poisson)}: arrivals are evenly spaced at the same rate; k6 has no random ones.`]
      : []),
    ...(budgets.length > 0 ? [`${named(budgets)}: each virtual user keeps a retry budget of its own.`] : []),
  ]
}

function variablesOf(plan: LoadPlan): string[] {
  return [...plan.keys.map(({ variable }) => variable), ...tokenVariables(plan).map(({ variable }) => variable)]
}

/** What the running script reads of a source. */
function sourceData({ name, routes, keys, identities, items, shares, retry, arrival }: LoadSource) {
  return {
    name,
    routes,
    keys: keys.map(({ variable, weight }) => ({ variable, weight })),
    identities,
    items,
    shares,
    retry,
    thinkTime: arrival.kind === 'users' ? inOrder(arrival.thinkTime) : null,
  }
}

function inOrder(latency: LatencyDistribution): LatencyDistribution {
  if (latency.distribution !== 'EMPIRICAL') return latency
  return { ...latency, valuesMs: latency.valuesMs.toSorted((a, b) => a - b) }
}

function optionsOf({ sources }: LoadPlan, thresholds: { readonly [metric: string]: readonly string[] }) {
  const scenarios = Object.fromEntries(sources.map((source, index) => [source.id, k6Executor(source, index)]))
  return { discardResponseBodies: true, ...(sources.length > 0 && { scenarios }), thresholds }
}
