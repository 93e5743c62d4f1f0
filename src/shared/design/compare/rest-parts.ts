import { definitionOf } from '../definition-of'
import type { ThrottleSettings } from '../design'
import type { RestApi, RestApiDefinition } from '../rest-api'
import { definitionNames, definitionParts, definitionSections } from './definition-parts'
import { diffParts } from './diff-parts'
import type { ApiChange } from './design-comparison'
import { isOwnMember } from './local-parts'
import type { DefinitionNames } from './method-parts'
import { settingsSection, type Part } from './part'
import { stageParts } from './stage-parts'
import { asSet } from './without-defaults'

/** Where a REST API stands, what it is called, and the API of the other design that it is compared with. */
export interface RestContext {
  readonly api: string
  readonly pointer: string
  readonly names: DefinitionNames
  readonly other: RestApi | undefined
  readonly account: ThrottleSettings
}

/** A REST API with everything in it. */
export function restApiPart(api: RestApi, { api: label, pointer, names, other, account }: RestContext): Part {
  const { name, description, disableExecuteApiEndpoint, minimumCompressionSize, tags } = api
  const own = { name, description, disableExecuteApiEndpoint, minimumCompressionSize, tags }
  return {
    key: `REST ${label}`,
    api: label,
    subject: 'API',
    pointer,
    summary: 'REST',
    sections: [
      settingsSection(pointer, own, { disableExecuteApiEndpoint: false }),
      endpointSection(api, `${pointer}/endpointConfiguration`),
      ...definitionSections(api, pointer),
    ],
    children: [
      ...definitionParts(api, pointer, names),
      ...stageParts(api, { pointer, other, account, deploymentText }),
    ],
  }
}

function endpointSection({ endpointConfiguration }: RestApi, pointer: string) {
  const { types, ipAddressType, vpcEndpointIds } = endpointConfiguration
  // Source: rest-api.md 1, "no type given -> EDGE + ipv4 ... PRIVATE -> dualstack".
  const defaults = { types: ['EDGE'], ipAddressType: types.includes('PRIVATE') ? 'dualstack' : 'ipv4' }
  const own = { types: asSet(types), ipAddressType, vpcEndpointIds: asSet(vpcEndpointIds) }
  return settingsSection(pointer, own, defaults, { key: 'endpointConfiguration', path: ['endpointConfiguration'] })
}

/** "the API as it stands", or each setting in which the deployment differs from it. */
function deploymentText(api: RestApi, deploymentId: string): string | readonly string[] {
  const deployment = api.deployments.find(({ id }) => id === deploymentId)
  if (deployment === undefined) return 'a deployment that is not there'
  // What plays the targets here is not deployed.
  const changes = diffDefinitions(deployment.definition, definitionOf(api)).filter((change) => !isOwnMember(change))
  return changes.length === 0 ? 'the API as it stands' : ['an older one', ...changes.map(shortLine)]
}

function diffDefinitions(before: RestApiDefinition, after: RestApiDefinition): ApiChange[] {
  const members = Object.keys(after) as (keyof RestApiDefinition)[]
  if (members.every((member) => before[member] === after[member]) && before.policy === after.policy) return []
  const names = definitionNames(before, after)
  const wholeOf = (definition: RestApiDefinition, side: DefinitionNames): Part => ({
    key: 'API',
    subject: 'API',
    pointer: '',
    sections: definitionSections(definition, ''),
    children: definitionParts(definition, '', side),
  })
  return diffParts([wholeOf(before, names.before)], [wholeOf(after, names.after)])
}

/** Only what the deployment has: what the API has instead is told where the APIs are compared. */
function shortLine({ kind, subject, setting, before }: ApiChange): string {
  if (setting !== '') return `${subject} ${setting} ${before ?? 'none'}`
  return kind === 'added' ? `${subject} missing` : `${subject} still there`
}
