import { setFlagsFromString } from 'node:v8'
import { GatewrightError } from '@shared/contract/errors'
import type { SimulationResult } from '@shared/contract/simulation'
import { checkScenario } from '@shared/design/checks/check-scenario'
import type { Design } from '@shared/design/design'
import type { Scenario } from '@shared/design/scenario'
import { SIMULATOR_V8_FLAGS } from '../hosts/simulator-v8-flags'
import { runScenario } from '../simulator/run-scenario'
import {
  ANSWER_IS_NO,
  DONE,
  INTERRUPTED,
  onlyPositional,
  UsageError,
  wholeNumber,
  type Command,
  type CommandContext,
} from './command'
import { readDesign } from './read-design'
import { SAMPLE_TOPICS } from './sample-topics'
import { simulationText } from './simulation-text'

const LONGEST_RUN_IN_SECONDS = 31 * 86_400

export const simulateCommand: Command = {
  name: 'simulate',
  usage: 'simulate <design> [--scenario NAME] [--seed N] [--duration S] [--check] [--json]',
  summary: 'Runs a scenario in virtual time and prints what became of its requests.',
  options: {
    scenario: { type: 'string' },
    seed: { type: 'string' },
    duration: { type: 'string' },
    check: { type: 'boolean' },
  },
  optionHelp: {
    scenario: 'Name of the scenario; the first of the design when absent.',
    seed: 'Whole number that all draws come from, instead of the scenario’s.',
    duration: 'Length in seconds, instead of the scenario’s.',
    check: 'Exit with 1 when a check of the scenario fails.',
  },
  run,
  describe: async () => ({ samples: SAMPLE_TOPICS }),
}

async function run(context: CommandContext): Promise<number> {
  const { io, values } = context
  const design = await readDesign(onlyPositional(context, 'a design'), io)
  const scenario = chosenScenario(design, context)
  refuseBroken(scenario, design)
  for (const flag of SIMULATOR_V8_FLAGS) setFlagsFromString(flag)
  const epoch = scenario.startsAt === undefined ? {} : { epoch: Date.parse(scenario.startsAt) }
  const { result } = await runScenario(
    design,
    scenario,
    { runId: 'cli', snapshotEveryMs: 250, ...epoch },
    {
      now: () => performance.now(),
      pause: () => new Promise((resume) => setImmediate(resume)),
      isCancelled: () => io.signal.aborted,
      onSnapshot: ({ nowMs, durationMs, isFinal }) => {
        if (io.isTerminal) showProgress(isFinal ? null : nowMs / durationMs)
      },
    },
  )
  if (result === null) return INTERRUPTED
  io.out(values['json'] ? JSON.stringify(result) : simulationText(result))
  return values['check'] && result.checks.some(({ passed }) => !passed) ? failed(result, context) : DONE
}

function chosenScenario(design: Design, { values }: CommandContext): Scenario {
  const name = values['scenario']
  const known = design.scenarios.map((scenario) => scenario.name)
  const scenario = name === undefined ? design.scenarios[0] : design.scenarios.find((one) => one.name === name)
  if (scenario === undefined) {
    const list = known.length === 0 ? 'it has none' : `it has ${known.map((one) => `"${one}"`).join(', ')}`
    throw new UsageError(
      name === undefined ? `The design has no scenario.` : `No scenario is named "${String(name)}": ${list}.`,
    )
  }
  const seed = wholeNumber(values, 'seed', -(2 ** 31), 2 ** 32 - 1) ?? scenario.seed
  const durationInSeconds = wholeNumber(values, 'duration', 1, LONGEST_RUN_IN_SECONDS) ?? scenario.durationInSeconds
  return { ...scenario, seed, durationInSeconds }
}

function refuseBroken(scenario: Scenario, design: Design): void {
  const diagnostics = checkScenario(scenario, design).filter(({ severity }) => severity === 'error')
  if (diagnostics.length === 0) return
  const message = `Scenario "${scenario.name}" cannot run.`
  throw new GatewrightError('simulator/invalid-scenario', message, { details: { diagnostics } })
}

function failed({ checks }: SimulationResult, { io }: CommandContext): number {
  io.err(`${checks.filter(({ passed }) => !passed).length} of ${checks.length} checks failed.`)
  return ANSWER_IS_NO
}

/** A bar on the terminal's last line; null takes it away. */
function showProgress(share: number | null): void {
  const width = 40
  const bar =
    share === null ? '' : `[${'#'.repeat(Math.round(share * width)).padEnd(width)}] ${Math.round(share * 100)} %`
  process.stderr.write(`\r\u001b[2K${bar}`)
}
