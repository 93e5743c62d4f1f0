import type { TemplateDocument, TemplateObject, TemplateValue } from '../../cloudformation/template-document'

/** Logical ids that the CDK adds to every template. */
const OF_THE_CDK = new Set(['BootstrapVersion', 'CDKMetadata'])

/** A template without what the CDK adds of its own, and without the order of tags and of what a resource waits for. */
export function comparable(template: TemplateDocument): object {
  const { Description, Parameters = {}, Conditions = {}, Resources, Outputs = {} } = template
  const resources = Object.entries(own(Resources)).map(([logicalId, { DependsOn = [], Properties, ...resource }]) => [
    logicalId,
    { ...resource, Properties: withSortedTags(Properties ?? {}), DependsOn: [DependsOn].flat().sort() },
  ])
  return {
    Description,
    Conditions,
    Parameters: own(Parameters),
    Resources: Object.fromEntries(resources),
    Outputs: own(Outputs),
  }
}

function own<Value>(all: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(all).filter(([logicalId]) => !OF_THE_CDK.has(logicalId)))
}

function withSortedTags(properties: TemplateObject): TemplateObject {
  const { Tags } = properties
  if (!Array.isArray(Tags)) return properties
  const keyOf = (tag: TemplateValue) => JSON.stringify(tag)
  return {
    ...properties,
    Tags: [...(Tags as TemplateValue[])].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1)),
  }
}
