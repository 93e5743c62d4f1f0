import type { TemplateProblem, TextSpan } from '@shared/contract/template'
import type { Budget } from '../budget'
import type { JavaValue } from '../java/java-value'
import type { CompiledMacro } from '../compile/compiled-template'
import type { Recorder } from '../explain/recorder'
import type { LineMap } from '../template-problem'
import { RenderFailure } from './render-failure'
import type { MacroScope, Scope } from './macro-scope'
import type { RootScope } from './root-scope'

/** Budgets are looked at after so many steps. */
const CHECK_EVERY = 512

/** What a render is at. One for each render. */
export class RenderState {
  /** Written so far. */
  out = ''
  steps = 0
  nextCheck = CHECK_EVERY
  #depth = 0
  /** Calls of macros that are not finished. */
  macroDepth = 0
  /** Whether the reference evaluated last had no value. */
  wasMissing = false
  readonly #startedAt: number
  warnings: TemplateProblem[] | null = null

  /** The macro call that is running. */
  macro: MacroScope | null = null
  /** The variables outside of macros, by slot. */
  readonly values: RootScope['values']

  constructor(
    readonly root: RootScope,
    /** What a reference without a value evaluates to: "" in the service, null in plain Velocity. */
    readonly missing: '' | null,
    /** How often a `#foreach` repeats at most. */
    readonly loopLimit: number,
    readonly budget: Budget,
    /** null: the time is not watched. */
    readonly now: (() => number) | null,
    public macros: ReadonlyMap<string, CompiledMacro>,
    readonly recorder: Recorder | null,
    readonly lines: LineMap,
  ) {
    this.#startedAt = now === null ? 0 : now()
    this.values = root.values
  }

  /** Note something the service keeps silent about, once for each place. */
  warn(code: TemplateProblem['code'], message: string, span: TextSpan): void {
    this.warnings ??= []
    if (this.warnings.some(({ range }) => range.start === span.start)) return
    this.warnings.push({ code, severity: 'warning', message, range: this.lines.rangeOf(span) })
  }

  /** One directive, reference or loop round. Throws `RenderFailure` when the budget is used up. */
  tick(span: TextSpan): void {
    if (++this.steps >= this.nextCheck) this.#check(span)
  }

  /** The variables that are visible now. */
  get scope(): Scope {
    return this.macro ?? this.root
  }

  /** A variable by its name and the slot of that name. */
  read(slot: number, name: string): JavaValue {
    return this.macro === null ? (this.values[slot] ?? null) : this.macro.get(name)
  }

  write(slot: number, name: string, value: JavaValue): void {
    if (this.macro === null) this.values[slot] = value
    else this.macro.put(name, value)
  }

  /** A reference has no value. */
  miss(): '' | null {
    this.wasMissing = true
    return this.missing
  }

  /** Refuse text that grew too long, as by `#set($x = "$x$x")`. */
  checkLength(text: string, span: TextSpan): void {
    if (text.length > this.budget.outputLength) throw tooLong(this.budget.outputLength, span)
  }

  /** Collect what `run` writes instead of writing it. */
  capture(run: () => void): string {
    const { out, recorder } = this
    this.out = ''
    recorder?.enterCapture(out.length)
    try {
      run()
      return this.out
    } finally {
      this.out = out
      recorder?.leaveCapture()
    }
  }

  /** Run something that can contain itself. */
  nested(span: TextSpan, run: () => void): void {
    if (this.#depth >= this.budget.depth) {
      throw new RenderFailure(
        'template/depth-limit',
        `Stopped: macros and blocks are nested more than ${this.budget.depth} levels deep here.`,
        span,
      )
    }
    this.#depth++
    try {
      run()
    } finally {
      this.#depth--
    }
  }

  #check(span: TextSpan): void {
    const { steps, outputLength, milliseconds } = this.budget
    this.nextCheck = Math.min(this.steps + CHECK_EVERY, steps)
    if (this.steps >= steps) {
      throw new RenderFailure(
        'template/step-limit',
        `Stopped after ${steps.toLocaleString('en-US')} steps: this template runs too long.`,
        span,
      )
    }
    if (this.out.length > outputLength) throw tooLong(outputLength, span)
    if (this.now !== null && this.now() - this.#startedAt > milliseconds) {
      throw new RenderFailure(
        'template/time-limit',
        `Stopped after ${milliseconds.toLocaleString('en-US')} ms: this template runs too long.`,
        span,
      )
    }
  }
}

function tooLong(limit: number, span: TextSpan): RenderFailure {
  return new RenderFailure(
    'template/output-limit',
    `Stopped: this makes a text of more than ${limit.toLocaleString('en-US')} characters.`,
    span,
  )
}

/** The value as a template writes it: null for a block nested in itself. */
export type Printer = (value: Exclude<JavaValue, null>, state: RenderState) => string | null
