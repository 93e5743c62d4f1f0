import {
  TEMPLATE_STEP_LIMIT,
  type TemplateLoop,
  type TemplateRange,
  type TemplateRecording,
  type TemplateStep,
  type TemplateStepKind,
  type TemplateVariable,
  type TextSpan,
} from '@shared/contract/template'
import type { JavaValue } from '../java/java-value'
import type { LineMap } from '../template-problem'
import { describeValue } from './describe-value'

/** A step being made: its output is known when it ends. */
type OpenStep = { -readonly [Member in keyof TemplateStep]: TemplateStep[Member] }

/** Where evaluated text stands: nowhere in the template. */
const NOWHERE: TemplateRange = { start: 0, end: 0, line: 0, column: 0, endLine: 0, endColumn: 0 }

/** Beside its kind and place, what a step has to tell. */
export interface StepDetails {
  readonly name?: string
  readonly isSilent?: true
  /** Described here; left out for steps without a value. */
  readonly value?: JavaValue
  readonly branch?: TemplateStep['branch']
  readonly changes?: readonly TemplateVariable[]
}

/** Writes down what a render does. A template compiled without recording never meets one. */
export class Recorder {
  readonly #steps: OpenStep[] = []
  #isCut = false
  readonly #lineRuns: number[]
  /** The pass (loop round or macro call) in which a line was counted last. */
  readonly #countedIn: number[]
  #pass = 0
  #passes = 0
  #loops: readonly TemplateLoop[] = []
  /** Inside of strings and blocks that are not written yet. */
  #captures = 0
  #outputStart = 0
  /** Inside of `#evaluate`. */
  #foreign = 0

  constructor(readonly lines: LineMap) {
    this.#lineRuns = Array.from({ length: lines.lineCount }, () => 0)
    this.#countedIn = Array.from({ length: lines.lineCount }, () => -1)
  }

  /** A step that is over at once, or whose output `end` completes. */
  add(kind: TemplateStepKind, span: TextSpan, written: number, details: StepDetails = {}): OpenStep {
    const at = this.#captures > 0 ? this.#outputStart : written
    const source = this.#foreign > 0 ? NOWHERE : this.lines.rangeOf(span)
    // A loop's line counts with its rounds, a reference in a condition with the directive.
    if (kind !== 'foreach' && details.isSilent !== true) this.#count(source.line)
    const { value, ...rest } = details
    const step: OpenStep = { kind, source, output: { start: at, end: at }, loops: this.#loops, ...rest }
    if (value !== undefined) step.value = describeValue(value)
    if (this.#steps.length < TEMPLATE_STEP_LIMIT) this.#steps.push(step)
    else this.#isCut = true
    return step
  }

  end(step: OpenStep, written: number): void {
    if (this.#captures === 0) step.output = { start: step.output.start, end: written }
  }

  enterLoop(name: string): void {
    this.#loops = [...this.#loops, { name, round: 0 }]
  }

  leaveLoop(): void {
    this.#loops = this.#loops.slice(0, -1)
  }

  /** Returns the pass to go back to. */
  enterRound(): number {
    const { name, round } = this.#loops.at(-1)!
    this.#loops = [...this.#loops.slice(0, -1), { name, round: round + 1 }]
    return this.enterPass()
  }

  enterPass(): number {
    const before = this.#pass
    this.#pass = ++this.#passes
    return before
  }

  leavePass(before: number): void {
    this.#pass = before
  }

  enterCapture(written: number): void {
    if (this.#captures++ === 0) this.#outputStart = written
  }

  leaveCapture(): void {
    this.#captures--
  }

  enterForeign(): void {
    this.#foreign++
  }

  leaveForeign(): void {
    this.#foreign--
  }

  finish(): TemplateRecording {
    return { steps: this.#steps, isCut: this.#isCut, lineRuns: this.#lineRuns }
  }

  /** A line counts once in each pass through it. */
  #count(line: number): void {
    const at = line - 1
    if (at < 0 || this.#countedIn[at] === this.#pass) return
    this.#countedIn[at] = this.#pass
    this.#lineRuns[at]!++
  }
}
