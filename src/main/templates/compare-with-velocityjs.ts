import type { TemplateComparison, TemplateOutcome, TemplateRenderRequest } from '@shared/contract/template'
import { parse } from 'velocityjs'
import { compileTemplate } from '../engine/vtl/compile-template'
import { renderTemplate } from '../engine/vtl/render-template'
import { renderWithVelocityjs } from './render-with-velocityjs'

/**
 * velocityjs has no budget, and no loop limit of 1,000: it only gets templates that our own engine finishes within this one when it
 * runs them as plain Velocity.
 */
const SAFE_BUDGET = { steps: 30_000, outputLength: 2_000_000, milliseconds: 200 }

/** What velocityjs, which most local emulators render with, makes of a template and event, beside our `outcome`. */
export function compareWithVelocityjs(request: TemplateRenderRequest, outcome: TemplateOutcome): TemplateComparison {
  const compiled = compileTemplate(request.template)
  if (compiled.problems.length > 0) return compareReading(request.template)
  const trial = renderTemplate(compiled, request.event, { profile: 'velocity', budget: SAFE_BUDGET })
  if (!trial.ok && trial.error.code !== 'template/java-exception') {
    return compared(null, 'Not compared: the template takes too many steps, or fails.', false)
  }
  if (!trial.ok) return compared(null, 'Not compared: the template fails here, and velocityjs would go on.', false)
  const theirs = renderWithVelocityjs(request.template, request.event)
  if (!theirs.ok) return compared(null, `velocityjs fails: ${theirs.message.split('\n')[0]!}`, false)
  return compared(theirs.output, null, outcome.ok && outcome.output === theirs.output)
}

/** A template that is no Velocity: whether velocityjs says so too. */
function compareReading(template: string): TemplateComparison {
  try {
    parse(template)
    return compared(null, 'velocityjs accepts this template; API Gateway refuses it.', false)
  } catch {
    return compared(null, 'velocityjs refuses this template too.', true)
  }
}

function compared(output: string | null, message: string | null, isSame: boolean): TemplateComparison {
  return { engine: 'velocityjs', output, message, isSame }
}
