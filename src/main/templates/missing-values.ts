import type { TemplateLoop, TemplateProblem, TemplateRecording, TemplateStep } from '@shared/contract/template'
import type { TemplateProfile } from '@shared/template-event'

/**
 * A warning for each place of a template that printed a reference without a value: about the first time it did. Quiet references
 * ("$!name") mean it, and so do those within `#evaluate`d text, which have no place.
 */
export function missingValues(recording: TemplateRecording, profile: TemplateProfile): TemplateProblem[] {
  const places = new Set<number>()
  return recording.steps.flatMap((step) => {
    const { start, line } = step.source
    if (!isMissing(step) || line === 0 || places.has(start)) return []
    places.add(start)
    return [
      { code: 'template/missing-value', severity: 'warning', message: messageOf(step, profile), range: step.source },
    ]
  })
}

function isMissing({ kind, value, isSilent, name = '' }: TemplateStep): boolean {
  return kind === 'reference' && isSilent !== true && value?.type === 'missing' && !name.startsWith('$!')
}

function messageOf({ name = 'This', loops }: TemplateStep, profile: TemplateProfile): string {
  const where = loops.length === 0 ? '' : ` in ${loops.map(roundOf).join(', ')}`
  const effect = profile === 'apigw' ? 'API Gateway prints nothing for it' : 'Velocity prints it as it is written'
  return `${name} has no value${where}: ${effect}. Give it a value with #set, or wrap it in #if.`
}

function roundOf({ name, round }: TemplateLoop): string {
  return `round ${round} of $${name.replace(/^\$/, '')}`
}
