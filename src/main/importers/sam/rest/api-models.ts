import { pointerSegment } from '@shared/diagnostic'
import { isRecord } from '../../json-place'
import { propertyOf, type ApiSource } from '../api-source'
import { isDefinition } from '../definition'
import { isMutable, ownMember, recordIn, setMember, type MutableRecord } from '../mutable-json'
import { refuse, type SamContext } from '../sam-context'

/** Adds `Models` to the definition, their names in small letters. Source: SAM Developer Guide, "AWS::Serverless::Api", Models. */
export function addModels(context: SamContext, source: ApiSource): void {
  const written = propertyOf(source, 'Models')
  if (written === undefined) return
  const pointer = `${source.pointer}/Properties/Models`
  if (!isRecord(written)) {
    refuse(
      context,
      pointer,
      `"Models" of ${source.logicalId} is left out: it must be an object with a schema for each model.`,
    )
    return
  }
  if (!isDefinition(source.definition)) {
    refuse(
      context,
      pointer,
      `"Models" of ${source.logicalId} is left out: it works with an inline definition only. Put the OpenAPI document into DefinitionBody.`,
    )
    return
  }
  const schemas = recordIn(source.definition, 'definitions')
  for (const [name, schema] of Object.entries(written)) {
    const place = `${pointer}/${pointerSegment(name)}`
    if (!isMutable(schema) || isBare(schema)) {
      refuse(
        context,
        place,
        `The model "${name}" of ${source.logicalId} is left out: SAM asks for a schema with "type" and "properties".`,
      )
      continue
    }
    setMember(schemas, name.toLowerCase(), schema)
    for (const parent of ['definitions', 'components/schemas']) {
      const made = `${source.pointer}/Properties/Body/${parent}/${pointerSegment(name.toLowerCase())}`
      context.pointers.moved(made, place)
    }
  }
}

function isBare(schema: MutableRecord): boolean {
  return !ownMember(schema, 'type') || !ownMember(schema, 'properties')
}
