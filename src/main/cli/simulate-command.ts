import { resolve } from 'node:path'
import { GatewrightError } from '@shared/contract/errors'
import { checkScenario } from '@shared/design/checks/check-scenario'
import type { Design } from '@shared/design/design'
import type { Scenario } from '@shared/design/scenario'
import type { Diagnostic } from '@shared/diagnostic'
import { checkReplayFiles } from '../hosts/file-log-reader'
import { folderOf } from '../service/folder-of'
import { listed, onlyPositional, UsageError, wholeNumber, type Command, type CommandContext } from './command'
import { DESIGN_OPTION_HELP, DESIGN_OPTIONS, importOptions } from './import-options'
import { readDesign } from './read-design'
import { SAMPLE_TOPICS } from './sample-topics'
import { SIMULATE_OPTION_HELP, SIMULATE_OPTIONS } from './simulate-options'
import { simulateOnce } from './simulate-once'
import { seekSetting } from './seek-setting'
import { sweepSettings } from './sweep-settings'

const LONGEST_RUN_IN_SECONDS = 31 * 86_400

export const simulateCommand: Command = {
  name: 'simulate',
  usage:
    'simulate <design> [--scenario NAME] [--seed N] [--duration S] [--check] [--junit FILE] [--html FILE] [--csv FILE] ' +
    "[--sweep POINTER=FROM..TO/STEP] [--metric NAME] [--seeds N] [--seek POINTER=FROM..TO --keep 'CONDITION'] [--parameter NAME=VALUE] [--json]",
  summary: 'Runs a scenario in virtual time and prints what became of its requests; or runs it many times over.',
  options: { ...SIMULATE_OPTIONS, ...DESIGN_OPTIONS },
  optionHelp: { ...SIMULATE_OPTION_HELP, ...DESIGN_OPTION_HELP },
  run,
  describe: async () => ({ samples: SAMPLE_TOPICS }),
}

async function run(context: CommandContext): Promise<number> {
  const path = resolve(onlyPositional(context, 'a design'))
  const { values } = context
  const isSeek = values['seek'] !== undefined
  const isSweep = listed(values, 'sweep').length > 0 || values['seeds'] !== undefined
  refuseOddOptions(context, isSeek, isSweep)
  const design = await readDesign(path, context.io, importOptions(values))
  const scenario = chosenScenario(design, context)
  const folder = folderOf(path)
  refuseBroken(scenario, design, folder)
  const setup = { design, scenario, folder }
  if (isSeek) return seekSetting(setup, context)
  return isSweep ? sweepSettings(setup, context) : simulateOnce(setup, context)
}

/** Options that belong to another of the three ways to run. */
function refuseOddOptions({ values }: CommandContext, isSeek: boolean, isSweep: boolean): void {
  const odd = (names: readonly string[], why: string): void => {
    const given = names.find((name) => values[name] !== undefined)
    if (given !== undefined) throw new UsageError(`--${given} ${why}.`)
  }
  if (isSeek) odd(['sweep', 'metric'], 'does not go with --seek')
  else odd(['keep'], 'needs --seek')
  if (isSeek || isSweep) odd(['check', 'junit', 'html', 'csv'], 'is about a single run')
  else odd(['metric'], 'needs --sweep or --seeds')
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

function refuseBroken(scenario: Scenario, design: Design, folder: string): void {
  const wrong = checkScenario(scenario, design).filter(({ severity }) => severity === 'error')
  const isNew = ({ pointer }: Diagnostic): boolean => wrong.every((known) => known.pointer !== pointer)
  const diagnostics = [...wrong, ...checkReplayFiles(scenario, folder).filter(isNew)]
  if (diagnostics.length === 0) return
  const message = `Scenario "${scenario.name}" cannot run.`
  throw new GatewrightError('simulator/invalid-scenario', message, { details: { diagnostics } })
}
