import { JavaException } from '../java-exception'

/** One `%...` of a format, as in `%-10.3s` or `%2$tY`. */
export interface FormatSpecifier {
  /** As it was written, without a leading "%". */
  readonly source: string
  /** From 1; 0 for the next argument, -1 for the one before (`%<s`). */
  readonly index: number
  readonly flags: string
  /** Null when there is none; so is `precision`. */
  readonly width: number | null
  readonly precision: number | null
  /** A lower-case letter, "%" or "n"; of a date the letter after the "t". */
  readonly conversion: string
  readonly isUpperCase: boolean
  readonly isDate: boolean
}

const CONVERSIONS = 'bBhHsScCdoxXeEfgGaAn%'
const UPPER_CASES = 'BHSCXEGA'
const FLAGS = '-#+ 0,(<'
const INT_MAX = 2_147_483_647

/** The classes are those of JDK 17, "java.util." left out. */
export function formatError(name: string, message: string): JavaException {
  return new JavaException(`java.util.${name}`, message)
}

/**
 * A format as fixed texts and specifiers; each specifier is checked before the next one is read.
 * Errors: JavaException, a subclass of IllegalFormatException.
 */
export function parseFormat(format: string, check: (specifier: FormatSpecifier) => void): (string | FormatSpecifier)[] {
  const parts: (string | FormatSpecifier)[] = []
  let done = 0
  for (let at = format.indexOf('%'); at >= 0; at = format.indexOf('%', done)) {
    if (at > done) parts.push(format.slice(done, at))
    const specifier = parseSpecifier(format, at + 1)
    check(specifier)
    parts.push(specifier)
    done = at + 1 + specifier.source.length
  }
  if (done < format.length) parts.push(format.slice(done))
  return parts
}

const SPECIFIER = /(?:(\d+)\$)?([-#+ 0,(<]*)(\d+)?(?:\.(\d+))?([tT])?([a-zA-Z%])/y

function parseSpecifier(format: string, at: number): FormatSpecifier {
  SPECIFIER.lastIndex = at
  const found = SPECIFIER.exec(format)
  const [source = '', index, flags = '', width, precision, date, letter = ''] = found ?? []
  if (found === null) throw unknownConversion(format[at] ?? '%')
  const argument = parseIndex(index)
  checkDuplicates(flags)
  const isDate = date !== undefined
  if (!isDate && !CONVERSIONS.includes(letter)) throw unknownConversion(letter)
  const isUpperCase = isDate ? date === 'T' : UPPER_CASES.includes(letter)
  return {
    source,
    index: flags.includes('<') ? -1 : argument,
    flags: flags.replace('<', ''),
    width: width === undefined ? null : parseSize(width, 'IllegalFormatWidthException'),
    precision: precision === undefined ? null : parseSize(precision, 'IllegalFormatPrecisionException'),
    conversion: isUpperCase && !isDate ? letter.toLowerCase() : letter,
    isUpperCase,
    isDate,
  }
}

export function unknownConversion(letter: string): JavaException {
  return formatError('UnknownFormatConversionException', `Conversion = '${letter}'`)
}

function parseIndex(text: string | undefined): number {
  if (text === undefined) return 0
  const index = parseSize(text, 'IllegalFormatArgumentIndexException')
  if (index === 0) throw formatError('IllegalFormatArgumentIndexException', 'Illegal format argument index = 0')
  return index
}

function parseSize(text: string, problem: string): number {
  const size = Number(text)
  if (size > INT_MAX) throw formatError(problem, text)
  return size
}

function checkDuplicates(flags: string): void {
  for (const flag of FLAGS) {
    if (flags.indexOf(flag) !== flags.lastIndexOf(flag)) {
      throw formatError('DuplicateFormatFlagsException', `Flags = '${flag}'`)
    }
  }
}

/** Errors: FormatFlagsConversionMismatchException for a flag that this conversion does not know. */
export function refuseFlags(specifier: FormatSpecifier, refused: string): void {
  for (const flag of refused) {
    if (specifier.flags.includes(flag)) {
      const message = `Conversion = ${specifier.conversion}, Flags = ${flag}`
      throw formatError('FormatFlagsConversionMismatchException', message)
    }
  }
}

/** Errors: MissingFormatWidthException when a flag needs a width that is not there. */
export function needWidth(specifier: FormatSpecifier, flags: string): void {
  if (specifier.width !== null) return
  for (const flag of flags) {
    if (specifier.flags.includes(flag)) throw formatError('MissingFormatWidthException', `%${specifier.source}`)
  }
}

export function refusePrecision(specifier: FormatSpecifier): void {
  if (specifier.precision !== null) {
    throw formatError('IllegalFormatPrecisionException', String(specifier.precision))
  }
}

export function illegalFlags(specifier: FormatSpecifier): JavaException {
  return formatError('IllegalFormatFlagsException', `Flags = '${specifier.flags}'`)
}
