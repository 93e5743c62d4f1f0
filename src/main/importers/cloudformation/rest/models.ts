import type { JsonSchema, Model } from '@shared/design/model'
import { isRecord } from '../../json-place'
import { reportWrongType, type Members } from '../../members'
import { nameOf } from '../../template/physical-id'
import type { TemplateContext } from '../../template/template-context'
import { withoutAbsent } from '../../without-absent'
import { jsonOf } from './json-of'
import { finishShape } from './misplaced-properties'
import { addNamed, partsFrom } from './named-parts'
import { propertiesOf } from './resource-properties'
import type { RestApiBody } from './rest-api-body'
import { partsOf, type RestApiParts } from './rest-api-parts'

/** Models refer to each other by an address with the API's id, for which a placeholder stands in a design. Source: rest-api.md 8. */
const MODEL_ADDRESS = /^https:\/\/apigateway\.[^/]+\/restapis\/[^/]+\/models\//
const PLACEHOLDER = 'https://apigateway.amazonaws.com/restapis/{restApiId}/models/'

/** The models of an API: those of its document, then those of the template. Schemas stay as they are written. */
export function readModels(
  context: TemplateContext,
  group: RestApiParts,
  body: RestApiBody | undefined,
): Readonly<Record<string, Model>> {
  const models = partsFrom<Model>(body?.api.models)
  let count = 0
  for (const resource of partsOf(group, 'Model')) {
    const members = propertiesOf(context, resource)
    members.skip('RestApiId', 'Name')
    const model: Model = withoutAbsent({
      contentType: members.text('ContentType') ?? 'application/json',
      description: members.text('Description'),
      schema: readSchema(members),
    })
    if (addNamed(models, nameOf(resource), model, members)) count += 1
    finishShape(members, 'Model')
  }
  if (count > 0)
    context.findings.carry(`${count} ${count === 1 ? 'model' : 'models'}`, partsOf(group, 'Model')[0]?.pointer ?? '')
  return Object.fromEntries(models)
}

/** `Schema` as an object or as JSON text; without one every body passes. */
function readSchema(members: Members): JsonSchema {
  const place = members.place('Schema')
  if (!place || place.value === null) return {}
  const value = typeof place.value === 'string' ? jsonOf(place.value) : place.value
  if (isRecord(value)) return localReferences(value) as JsonSchema
  reportWrongType({ value, pointer: place.pointer }, members.nameOf('Schema'), 'a JSON Schema', members.findings)
  return {}
}

function localReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(localReferences)
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      name === '$ref' && typeof member === 'string'
        ? member.replace(MODEL_ADDRESS, PLACEHOLDER)
        : localReferences(member),
    ]),
  )
}
