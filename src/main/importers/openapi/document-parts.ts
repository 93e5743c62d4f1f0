import { pointerSegment } from '@shared/diagnostic'
import { isRecord, memberOf } from '../json-place'
import { membersAt, type Members } from '../members'
import type { OpenApiContext } from './openapi-context'

/** What a document says about itself. */
export interface Info {
  readonly name: string
  readonly description: string | undefined
}

/** Reads `info`. A document without a title is named after nothing better than its format. */
export function readInfo(context: OpenApiContext): Info {
  const info = context.document.members('info')
  const title = info?.text('title')
  const description = info?.text('description')
  info?.skipDocumentation('version', 'summary', 'termsOfService', 'contact', 'license')
  info?.finish()
  return {
    name: context.options.apiName ?? (title === undefined || title === '' ? 'Imported API' : title),
    description,
  }
}

/** The parts of a document that others refer to. */
export interface Components {
  readonly schemas: Members | undefined
  readonly securitySchemes: Members | undefined
}

/** Reads `components`, or Swagger's members at the root. Parameters, responses and the like are read where they are referred to. */
export function readComponents(context: OpenApiContext): Components {
  const { document } = context
  if (context.dialect === 'swagger2') {
    document.skip('parameters', 'responses')
    return { schemas: document.members('definitions'), securitySchemes: document.members('securityDefinitions') }
  }
  const components = document.members('components', '"components"')
  const schemas = components?.members('schemas')
  const securitySchemes = components?.members('securitySchemes')
  components?.skip('parameters', 'responses', 'requestBodies', 'headers', 'pathItems')
  components?.skip('x-amazon-apigateway-integrations')
  components?.skipDocumentation('examples')
  components?.notCarried('links', 'API Gateway has no links between methods.')
  components?.notCarried('callbacks', 'API Gateway does not call clients back.')
  components?.finish()
  return { schemas, securitySchemes }
}

/** Members of the document that are documentation, were read elsewhere, or have no place. */
export function finishDocument(context: OpenApiContext): void {
  const { document } = context
  document.skip(
    'openapi',
    'swagger',
    'x-amazon-apigateway-integrations',
    'paths',
    'security',
    'consumes',
    'produces',
    'basePath',
    'jsonSchemaDialect',
  )
  document.skipDocumentation('host', 'schemes', 'externalDocs')
  document.notCarried('webhooks', 'API Gateway does not call clients.')
  reportTransform(document)
  reportUnused(context)
  document.finish()
}

const SHARED = ['parameters', 'responses', 'requestBodies', 'headers', 'pathItems', 'x-amazon-apigateway-integrations']

/** Parts that are read where they are referred to, and that nothing refers to. */
function reportUnused({ document, dialect, references, findings }: OpenApiContext): void {
  const components = dialect === 'swagger2' ? document.record : document.record['components']
  const base = dialect === 'swagger2' ? '' : '/components'
  for (const name of SHARED) {
    const shared = memberOf(components, base, name)
    if (!shared || !isRecord(shared.value)) continue
    for (const key of Object.keys(shared.value)) {
      const pointer = `${shared.pointer}/${pointerSegment(key)}`
      if (!references.isTarget(pointer)) {
        findings.tally('import/documentation-dropped', `${name} that nothing refers to`, pointer)
      }
    }
  }
}

/** `Fn::Transform` puts another file's content into the document, which is not read. */
function reportTransform(document: Members): void {
  document.notCarried('Fn::Transform', 'what it includes lies outside of this document. Put it into the document.')
}

/** Opens the whole document. */
export function openDocument(value: unknown, findings: Members['findings']): Members | undefined {
  return membersAt({ value, pointer: '' }, 'the document', findings)
}
