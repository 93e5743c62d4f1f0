import type { Cors } from '@shared/design/http-api'
import type { Members } from '../members'
import { withoutAbsent } from '../without-absent'
import type { OpenApiContext } from './openapi-context'

/** Reads `x-amazon-apigateway-cors`. Source: http-api.md 10.1. */
export function readHttpCors(context: OpenApiContext): Cors | undefined {
  const cors = context.document.members('x-amazon-apigateway-cors')
  if (!cors) return undefined
  const result: Cors = withoutAbsent({
    allowCredentials: cors.flag('allowCredentials'),
    allowHeaders: readNames(cors, 'allowHeaders'),
    allowMethods: readNames(cors, 'allowMethods'),
    allowOrigins: readNames(cors, 'allowOrigins'),
    exposeHeaders: readNames(cors, 'exposeHeaders'),
    maxAge: cors.number('maxAge', { min: -1, max: 86_400 }),
  })
  cors.finish()
  context.findings.carry('CORS', cors.pointer)
  return result
}

/** A list; one name alone stands for a list of one. */
function readNames(cors: Members, name: string): string[] | undefined {
  if (typeof cors.record[name] !== 'string') return cors.texts(name)
  const text = cors.text(name)
  return text === undefined ? undefined : text.split(',').map((part) => part.trim())
}
