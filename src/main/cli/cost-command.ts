import { resolve } from 'node:path'
import type { Api } from '@shared/design/api'
import type { Design } from '@shared/design/design'
import { findApi } from '@shared/design/route-key'
import type { Scenario } from '@shared/design/scenario'
import { billedSettings } from '../cost/billed-settings'
import { monthlyEstimate } from '../cost/monthly-estimate'
import type { RunVolumes } from '../cost/run-volumes'
import { typedAssumptions } from '../cost/typed-assumptions'
import { NO_VOLUMES, withTypedCache, withTypedVolumes, type TypedVolumes } from '../cost/typed-volumes'
import { folderOf } from '../service/folder-of'
import { chosenApi, chosenStage } from './chosen-api'
import { DONE, INTERRUPTED, onlyPositional, UsageError, type Command, type CommandContext } from './command'
import { COST_OPTION_HELP, COST_OPTIONS, typedVolumesOf } from './cost-options'
import { costText } from './cost-text'
import { DESIGN_OPTION_HELP, DESIGN_OPTIONS, importOptions } from './import-options'
import { namedScenario, refuseUnplayable } from './named-scenario'
import { readDesign } from './read-design'
import { scenarioVolumes } from './scenario-volumes'

export const costCommand: Command = {
  name: 'cost',
  usage:
    'cost <design> [--scenario NAME] [--api NAME] [--stage S] [--requests N] [--request-bytes N] [--response-bytes N] [--body-bytes N] ' +
    '[--connection-minutes N] [--lambda-ms N] [--lambda-mb N] [--cache-gb SIZE] [--parameter NAME=VALUE] [--json]',
  summary: 'Estimates what a month costs on AWS, line by line: of a scenario’s traffic, or of volumes given here.',
  options: { ...COST_OPTIONS, ...DESIGN_OPTIONS },
  optionHelp: { ...COST_OPTION_HELP, ...DESIGN_OPTION_HELP },
  run,
}

async function run(context: CommandContext): Promise<number> {
  const path = resolve(onlyPositional(context, 'a design'))
  const { io, values } = context
  const typed = typedVolumesOf(values)
  const design = await readDesign(path, io, importOptions({ ...values, stage: undefined }))
  const { api, stage, scenario } = target(design, values, typed)
  const known = await knownVolumes(design, api, scenario, typed, folderOf(path), context)
  if (known === null) return INTERRUPTED
  warnOfNoEffect(api, typed, io.err)
  const volumes = withTypedVolumes(design, api, known.volumes, typed)
  const settings = withTypedCache(billedSettings(design, api, stage ?? ''), typed)
  const given = scenario === null ? typedAssumptions(design, api, typed, volumes) : known.assumptions
  const estimate = monthlyEstimate(design.region, settings, volumes, given)
  const title = [api.name, ...(stage === null ? [] : [`stage ${stage}`]), ...(scenario === null ? [] : [scenario.name])]
  io.out(values['json'] ? JSON.stringify({ monthly: estimate }) : costText(title.join(', '), estimate))
  return DONE
}

interface Target {
  readonly api: Api
  /** Null for an API without stages. */
  readonly stage: string | null
  /** Whose traffic is priced; null when only typed volumes are. */
  readonly scenario: Scenario | null
}

/** A scenario when one is named, or when nothing says otherwise and there is one. Throws `UsageError`. */
function target(design: Design, values: CommandContext['values'], typed: TypedVolumes): Target {
  const [name, apiName, stageName] = ['scenario', 'api', 'stage'].map((option) => textOf(values[option]))
  const isOfApi = ({ apiId, stage }: Scenario): boolean =>
    (apiName === undefined || chosenApi(design, apiName).id === apiId) &&
    (stageName === undefined || stageName === stage)
  if (name === undefined) {
    const usual = Object.keys(typed).length > 0 ? undefined : design.scenarios.find(isOfApi)
    if (usual !== undefined) return targetOf(design, usual)
    const api = chosenApi(design, apiName)
    return { api, stage: chosenStage(api, stageName), scenario: null }
  }
  const scenario = namedScenario(design, name)
  if (!isOfApi(scenario))
    throw new UsageError(`Scenario "${name}" is about stage ${scenario.stage} of ${scenario.apiId}.`)
  return targetOf(design, scenario)
}

function targetOf(design: Design, scenario: Scenario): Target {
  refuseUnplayable(scenario, design)
  return { api: findApi(design, scenario.apiId)!, stage: scenario.stage, scenario }
}

async function knownVolumes(
  design: Design,
  api: Api,
  scenario: Scenario | null,
  { requests }: TypedVolumes,
  folder: string,
  { io }: CommandContext,
): Promise<RunVolumes | null> {
  if (scenario === null) return { volumes: NO_VOLUMES, assumptions: [] }
  return scenarioVolumes(design, api, scenario, folder, requests, io)
}

function warnOfNoEffect({ protocolType }: Api, typed: TypedVolumes, warn: (line: string) => void): void {
  if (typed.cacheGb !== undefined && protocolType !== 'REST')
    warn('--cache-gb has no effect: only REST APIs have a cache.')
  if (typed.connectionMinutes !== undefined && protocolType !== 'WEBSOCKET')
    warn('--connection-minutes has no effect: only WebSocket APIs charge for connections.')
}

function textOf(value: CommandContext['values'][string]): string | undefined {
  return typeof value === 'string' ? value : undefined
}
