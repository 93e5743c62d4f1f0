import { isVersion3 } from '../definition'
import { isMutable, ownMember, recordIn, setMember, type MutableRecord } from '../mutable-json'

/**
 * Puts what SAM adds in Swagger's places into those of OpenAPI 3, where it replaces all that the document had there: SAM does so too. A
 * document that calls itself Swagger stays as it is.
 */
export function toOpenApi3(definition: MutableRecord, openApiVersion: unknown): void {
  if (ownMember(definition, 'swagger') !== undefined) return
  if (!isVersion3(ownMember(definition, 'openapi') ?? openApiVersion)) return
  moveIn(definition, 'securityDefinitions', 'securitySchemes')
  moveIn(definition, 'definitions', 'schemas')
}

function moveIn(definition: MutableRecord, from: string, to: string): void {
  const moved = ownMember(definition, from)
  if (!isMutable(moved)) return
  delete definition[from]
  if (Object.keys(moved).length > 0) setMember(recordIn(definition, 'components'), to, moved)
}
