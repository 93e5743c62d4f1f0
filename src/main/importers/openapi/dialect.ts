import type { Members } from '../members'
import { quoted } from '../json-place'

/** The notations of API descriptions. */
export type Dialect = 'swagger2' | 'openapi30' | 'openapi31'

const NAMES: { readonly [dialect in Dialect]: string } = {
  swagger2: 'Swagger 2.0',
  openapi30: 'OpenAPI 3.0',
  openapi31: 'OpenAPI 3.1',
}

export function dialectName(dialect: Dialect): string {
  return NAMES[dialect]
}

/** Reads `openapi` or `swagger`; a version that does not exist is reported and read as the nearest one. */
export function readDialect(document: Members): Dialect {
  const member = document.has('openapi') ? 'openapi' : 'swagger'
  // YAML makes the number 2 of an unquoted 2.0.
  const version = (document.text(member) ?? '').replace(/^\d$/, '$&.0')
  const dialect = dialectOf(member, version)
  if (!/^(2\.0|3\.[01](\.\d+.*)?)$/.test(version) || (member === 'swagger') !== version.startsWith('2')) {
    const message = `${document.nameOf(member)} is ${quoted(version)}, which is no version of the format; it is read as ${dialectName(dialect)}. Write "${member === 'swagger' ? '2.0' : '3.0.1'}".`
    document.findings.report('import/version-unknown', 'warning', document.pointerOf(member), message)
  }
  return dialect
}

function dialectOf(member: string, version: string): Dialect {
  if (member === 'swagger') return 'swagger2'
  return version.startsWith('3.1') ? 'openapi31' : 'openapi30'
}
