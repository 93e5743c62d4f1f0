import type { Api } from '@shared/design/api'
import type { Design } from '@shared/design/design'
import type { RestApi } from '@shared/design/rest-api'
import { undeployedChanges } from '@shared/design/undeployed-changes'
import { pointerTo } from '@shared/diagnostic'
import type { ExportCode } from '../export-codes'
import { listed } from './export-findings'
import type { OpenApiContext } from './openapi-context'

/** Reports what belongs to the API and has no place in any OpenAPI document: one line a kind, at its first place. */
export function reportOutside(context: OpenApiContext): void {
  const { design, api } = context
  reportStages(context)
  if (api.protocolType === 'REST') reportOlderDeployments({ ...context, api })
  const plans = design.usagePlans.filter(({ apiStages }) => apiStages.some(({ apiId }) => apiId === api.id))
  const keyIds = new Set(plans.flatMap((plan) => plan.keyIds))
  const keys = design.apiKeys.filter(({ id }) => keyIds.has(id))
  const domains = design.domainNames.filter(({ basePathMappings }) =>
    basePathMappings.some(({ apiId }) => apiId === api.id),
  )
  say(
    context,
    plans,
    '/usagePlans',
    design.usagePlans,
    (names) => `The usage plans ${names} of ${api.name} are left out`,
  )
  say(context, keys, '/apiKeys', design.apiKeys, (names) => `The API keys ${names} are left out`)
  say(
    context,
    domains.map(({ domainName }) => ({ name: domainName })),
    '/domainNames',
    design.domainNames.map(({ domainName }) => ({ name: domainName })),
    (names) => `The domain names ${names} in front of ${api.name} are left out`,
  )
  reportLocal(context)
}

interface Named {
  readonly name: string
}

function say(
  { findings }: OpenApiContext,
  left: readonly Named[],
  pointer: string,
  all: readonly Named[],
  what: (names: string) => string,
): void {
  const first = left[0]
  if (!first) return
  const index = all.findIndex(({ name }) => name === first.name)
  const message = `${what(listed(left.map(({ name }) => name)))}: they are no part of an API's document. Make them beside it, or export CloudFormation.`
  findings.report('export/not-carried', 'info', `${pointer}/${index}`, message)
}

function reportStages({ api, findings, pointer, stage }: OpenApiContext): void {
  const names = Object.keys(api.stages)
  if (names.length === 0) return
  const settings = settingsOf(api)
  const what = settings.length === 0 ? '' : ` with ${listed(settings)}`
  const shown = stage === undefined || stage === '$default' ? '' : `; the address is that of ${stage}`
  const message = `The ${names.length === 1 ? 'stage' : 'stages'} ${listed(names)} of ${api.name}${what} ${names.length === 1 ? 'is' : 'are'} left out: a document describes the API without its stages${shown}. Deploy it to a stage, or export CloudFormation.`
  findings.report('export/not-carried', 'info', `${pointer}/stages`, message)
}

/** The names of the stages' settings, each once, in the order they come up. */
function settingsOf(api: Api): string[] {
  const stages: readonly object[] = Object.values(api.stages)
  const names = stages.flatMap((stage) =>
    Object.entries(stage).flatMap(([name, value]: [string, unknown]) => {
      const isEmpty = typeof value === 'object' && value !== null && Object.keys(value).length === 0
      return isEmpty || value === undefined || ['deploymentId', 'autoDeploy', 'description'].includes(name)
        ? []
        : [name]
    }),
  )
  return [...new Set(names)]
}

function reportOlderDeployments({ api, findings, pointer }: OpenApiContext<RestApi>): void {
  const older = Object.keys(api.stages).filter((stage) => undeployedChanges(api, stage).length > 0)
  const first = older[0]
  if (first === undefined) return
  const message = `${older.length === 1 ? 'The stage' : 'The stages'} ${listed(older)} of ${api.name} ${older.length === 1 ? 'shows' : 'show'} callers an older deployment; what is exported is the API as it stands.`
  findings.report('export/older-deployment', 'info', pointer + pointerTo(['stages', first]), message)
}

const LOCAL: readonly { readonly member: keyof Design; readonly what: string }[] = [
  { member: 'scenarios', what: 'scenarios' },
  { member: 'templates', what: 'mapping templates kept beside their cases' },
  { member: 'requests', what: 'saved requests' },
  { member: 'identity', what: 'local callers' },
  { member: 'review', what: 'ignored findings' },
  { member: 'assumptions', what: 'assumptions where AWS is silent' },
  { member: 'webAcls', what: 'web ACLs' },
]

function reportLocal({ design, findings, hasOwnMembers }: OpenApiContext): void {
  const left = LOCAL.filter(({ member }) => Object.keys(design[member] ?? {}).length > 0)
  const first = left[0]
  if (first) {
    const message = `The project's ${listed(left.map(({ what }) => what))} are left out: they are no part of an API's document.`
    const code: ExportCode = 'export/local-only'
    findings.report(code, 'info', `/${first.member}`, message)
  }
  const functions = Object.keys(design.functions)
  if (functions.length === 0) return
  const kept = hasOwnMembers ? 'the settings of ' : ''
  const message = `For the ${functions.length === 1 ? 'function' : 'functions'} ${listed(functions)}, ${kept}what plays ${functions.length === 1 ? 'it' : 'them'} on this computer ${kept === '' ? 'is' : 'are'} left out: no document has a place for it.`
  findings.report('export/local-only', 'info', '/functions', message)
}
