import type { TemplateParts } from './template-parts'

/** Of a template. Source: CloudFormation User Guide, "Understand CloudFormation quotas". */
const MOST_RESOURCES = 500
const MOST_OUTPUTS = 200

/** Whether there are as few resources as CloudFormation takes. */
export function fitsTemplate({ resources }: TemplateParts): boolean {
  return Object.keys(resources).length <= MOST_RESOURCES
}

/** Says that the APIs are written as bodies though nobody asked for it. */
export function reportBody(before: TemplateParts, after: TemplateParts): void {
  const count = Object.keys(before.resources).length
  const message = `With a resource for each part the template would have ${count} resources, and CloudFormation takes ${MOST_RESOURCES}. The APIs are written as OpenAPI bodies instead.`
  after.report('export/approximated', 'info', '/apis', message)
}

/** Says when a template holds more than CloudFormation takes. */
export function reportQuotas(parts: TemplateParts): void {
  const resources = Object.keys(parts.resources).length
  if (resources > MOST_RESOURCES) {
    const message = `The template has ${resources} resources; CloudFormation takes ${MOST_RESOURCES}. Export fewer APIs at a time, or the APIs as a Body each.`
    parts.report('export/over-quota', 'error', '/apis', message)
  }
  const outputs = Object.keys(parts.outputs).length
  if (outputs > MOST_OUTPUTS) {
    const message = `The template has ${outputs} outputs; CloudFormation takes ${MOST_OUTPUTS}. Export fewer APIs at a time.`
    parts.report('export/over-quota', 'error', '/apis', message)
  }
}
