import type { RequestValidator } from '@shared/design/request-validator'
import { nameOf, physicalIdOf } from '../../template/physical-id'
import type { TemplateContext } from '../../template/template-context'
import { finishShape } from './misplaced-properties'
import { addNamed, partsFrom } from './named-parts'
import { propertiesOf } from './resource-properties'
import type { RestApiBody } from './rest-api-body'
import { partsOf, type RestApiParts } from './rest-api-parts'

/** The request validators of an API by name, and the names by the ids that methods refer to. */
export interface ReadValidators {
  readonly validators: Readonly<Record<string, RequestValidator>>
  readonly nameById: ReadonlyMap<string, string>
}

export function readRequestValidators(
  context: TemplateContext,
  group: RestApiParts,
  body: RestApiBody | undefined,
): ReadValidators {
  const validators = partsFrom<RequestValidator>(body?.api.requestValidators)
  const nameById = new Map<string, string>()
  for (const resource of partsOf(group, 'RequestValidator')) {
    const members = propertiesOf(context, resource)
    members.skip('RestApiId', 'Name')
    const validator = {
      validateRequestBody: members.flag('ValidateRequestBody') ?? false,
      validateRequestParameters: members.flag('ValidateRequestParameters') ?? false,
    }
    addNamed(validators, nameOf(resource), validator, members)
    nameById.set(physicalIdOf(resource), nameOf(resource))
    finishShape(members, 'RequestValidator')
  }
  if (nameById.size > 0) {
    const words = nameById.size === 1 ? 'request validator' : 'request validators'
    context.findings.carry(`${nameById.size} ${words}`, partsOf(group, 'RequestValidator')[0]?.pointer ?? '')
  }
  return { validators: Object.fromEntries(validators), nameById }
}
