import type { TextFile } from '@shared/contract/text-file'
import type { Design } from '@shared/design/design'
import type { Scenario } from '@shared/design/scenario'
import { artilleryEnsure } from './artillery/artillery-ensure'
import { artilleryNotes } from './artillery/artillery-notes'
import { artilleryPhases } from './artillery/artillery-phases'
import { artilleryScenarios } from './artillery/artillery-scenarios'
import { plainText } from './artillery/plain-text'
import { allVariables } from './artillery/artillery-variables'
import { yamlText, type YamlValue } from './artillery/yaml-text'
import { fileName } from './file-name'
import { commentLines } from './load/comment-lines'
import type { LoadPlan, LoadSource } from './load/load-plan'
import { requestsIn, type RatePoint } from './load/rate-profile'
import { scenarioPlan } from './load/scenario-plan'
import { sumOfProfiles } from './load/sum-of-profiles'
import { tokenVariables } from './load/token-variables'

/** A scenario as a test script for Artillery, which sends the same traffic for real. Keys and tokens come from the environment. */
export function artilleryScript(design: Design, scenario: Scenario): TextFile {
  const plan = scenarioPlan(design, scenario)
  const name = fileName(scenario.name, '-artillery.yml')
  const ensure = artilleryEnsure(scenario.checks ?? [])
  const variables = allVariables(plan.sources)
  const notes = [...plan.notes, ...artilleryNotes(plan, variables), ...ensure.notes]
  const profiles = plan.sources.map(arrivalsOf)
  const arrivals = profiles.map(requestsIn)
  const all = arrivals.reduce((sum, count) => sum + count, 0)
  const scenarios = plan.sources.flatMap((source, index) =>
    artilleryScenarios(source, arrivals[index]! / all, variables[index]!),
  )
  const isPoisson = plan.sources.every(({ arrival }) => arrival.kind === 'rate' && arrival.isPoisson)
  const phases = artilleryPhases(sumOfProfiles(profiles), isPoisson)
  const document = {
    config: {
      target: plainText(plan.baseUrl),
      phases: phases.length > 0 ? phases : [{ pause: 1 }],
      variables: Object.assign({}, ...variables.map(({ values }) => values)) as YamlValue,
      ...(ensure.conditions.length > 0 && { plugins: { ensure: {} }, ensure: { conditions: ensure.conditions } }),
    },
    scenarios: scenarios.length > 0 ? scenarios : [{ flow: [{ get: { url: '/' } }] }],
  }
  return { name, text: `${headerLines(plan, name, notes).join('\n')}\n${yamlText(document)}`, notes }
}

/** When virtual users begin: one for each request, or the users of a closed loop once. */
function arrivalsOf({ arrival }: LoadSource): readonly RatePoint[] {
  if (arrival.kind === 'rate') return arrival.profile
  const { users, from, rampUpInSeconds } = arrival
  const seconds = Math.max(1, rampUpInSeconds)
  const ratePerSecond = users / seconds
  return [
    { at: from, ratePerSecond },
    { at: from + seconds, ratePerSecond },
  ]
}

function headerLines(plan: LoadPlan, name: string, notes: readonly string[]): string[] {
  const tokens = tokenVariables(plan).map(({ variable, meaning }) =>
    variable === 'TOKENS' ? { variable: 'TOKEN', meaning: 'the token of a caller' } : { variable, meaning },
  )
  const environment = [
    ...plan.keys.map((key) => `  ${key.variable}  the value of the API key "${key.name}"`),
    ...tokens.map(({ variable, meaning }) => `  ${variable}  ${meaning}`),
  ]
  return commentLines(
    [
      `Artillery test script of the scenario "${plan.scenarioName}", exported from Gatewright.`,
      '',
      `artillery run --target URL ${name}`,
      `  where URL is where the API answers; ${plan.baseUrl} when absent`,
      ...(environment.length === 0 ? [] : ['In the environment:', ...environment]),
      ...(notes.length === 0
        ? []
        : ['', 'What is different from the simulation:', ...notes.map((note) => `- ${note}`)]),
    ],
    '#',
  )
}
