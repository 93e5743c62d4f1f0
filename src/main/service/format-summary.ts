import type { DesignFormat, ExportedDesign } from '@shared/contract/export'

/** "YAML, 41 resources", "TypeScript, 8 files"; why it cannot be written when it cannot. Takes objects as JSON. */
export function summaryText(format: DesignFormat, { files, diagnostics }: ExportedDesign): string {
  const [first] = files
  if (first === undefined)
    return diagnostics.find(({ severity }) => severity === 'error')?.message ?? 'Nothing to write.'
  switch (format) {
    case 'openapi3':
    case 'swagger2':
      return `YAML, ${counted(operationsIn(first.text), 'operation')}`
    case 'cloudformation':
    case 'sam':
      return `YAML, ${counted(Object.keys(memberOf(parsed(first.text), 'Resources')).length, 'resource')}`
    case 'cdk':
      return `TypeScript, ${counted(files.length, 'file')}`
    case 'cli':
      return `Shell script, ${counted(first.text.match(/^(?:\w+=\$\()?aws /gm)?.length ?? 0, 'command')}`
  }
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

const OPERATIONS = /^(?:get|post|put|patch|delete|head|options|x-amazon-apigateway-any-method)$/

function operationsIn(text: string): number {
  const paths = memberOf(parsed(text), 'paths')
  return Object.values(paths).flatMap((path) => Object.keys(recordOf(path)).filter((name) => OPERATIONS.test(name)))
    .length
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function memberOf(value: unknown, name: string): Readonly<Record<string, unknown>> {
  const record = recordOf(value)
  return Object.hasOwn(record, name) ? recordOf(record[name]) : {}
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
