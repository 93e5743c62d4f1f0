import type { TemplateValue } from '../cloudformation/template-document'

/** Logical ids that a value names by Ref and Fn::GetAtt, each of which is a variable in code. */
export function referencesOf(value: TemplateValue | undefined, found = new Set<string>()): Set<string> {
  if (typeof value !== 'object' || value === null) return found
  for (const [name, member] of Object.entries(value) as [string, TemplateValue][]) {
    if (name === 'Ref' && typeof member === 'string') found.add(member)
    if (name === 'Fn::GetAtt' && Array.isArray(member)) found.add(String(member[0]))
    referencesOf(member, found)
  }
  return found
}

/** Logical ids in the texts of Fn::Sub: "arn:...:${OrdersApi}/*" names "OrdersApi", "${!Literal}" nothing. */
export function namesInTexts(value: TemplateValue | undefined, found = new Set<string>()): Set<string> {
  if (typeof value !== 'object' || value === null) return found
  for (const [name, member] of Object.entries(value) as [string, TemplateValue][]) {
    if (name === 'Fn::Sub') for (const logicalId of namesInText(member)) found.add(logicalId)
    namesInTexts(member, found)
  }
  return found
}

function namesInText(argument: TemplateValue): string[] {
  const text: unknown = Array.isArray(argument) ? argument[0] : argument
  if (typeof text !== 'string') return []
  return [...text.matchAll(/\$\{([^!}.][^}.]*)/g)].map((match) => match[1] ?? '')
}
