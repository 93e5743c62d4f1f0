import type { HttpApi } from '@shared/design/http-api'
import type { Members } from '../../members'
import { httpApiFromOpenApi } from '../../openapi/http-api-from-openapi'
import type { TemplateContext } from '../../template/template-context'
import { BASE_PATHS, readApiBody } from '../api-body'

/** Reads `Body`, or the document that `BodyS3Location` names when it lies beside the template. */
export function readHttpApiBody(context: TemplateContext, properties: Members): HttpApi | undefined {
  const basePath = properties.oneOf('BasePath', BASE_PATHS)
  return readApiBody(context, properties, { basePath, read: httpApiFromOpenApi })?.api
}
