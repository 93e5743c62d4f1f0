import { CelEngine, type Engine } from '@aws/cloudformation-validate'

let engine: Engine | undefined

/** What AWS's own validator calls an error in a template, as in ["F3002 OrdersStage Unexpected property ..."]. */
export function templateErrors(text: string): string[] {
  engine ??= new CelEngine()
  const template = { path: 'template.yaml', readBytes: () => new TextEncoder().encode(text) }
  return engine
    .validateStandard(template)
    .diagnostics.filter(({ severity }) => /^(?:error|fatal)$/i.test(severity))
    .map(({ ruleId, message }) => `${ruleId} ${message}`)
}
