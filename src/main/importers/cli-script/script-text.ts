/** A line that can begin a command for API Gateway, behind a prompt, an assignment or `export`. */
const COMMAND =
  /^[ \t]*(?:[$>][ \t]+)?(?:(?:export[ \t]+)?[A-Za-z_]\w*=\S*\$\(|`)?[ \t]*aws[ \t]+(?:--\S+[ \t]+\S+[ \t]+)*apigateway(?:v2)?[ \t\\]/m
const FENCE = /^[ \t]*(?:```|~~~)[ \t]*([\w-]*)/

/**
 * The part of a text that is a shell script, with everything else blanked so that lines and columns stay; null for a text that is none.
 * A script begins with `#!` or has a line with a command for API Gateway; of a text with fenced blocks those of a shell are read, and of
 * other prose the commands alone.
 */
export function scriptText(text: string, fileName: string): string | null {
  if (!COMMAND.test(text)) return null
  if (/^\uFEFF?#!/.test(text) || /\.(?:sh|bash|zsh|ksh)$/i.test(fileName)) return text
  const fenced = fencedText(text)
  if (fenced !== null) return COMMAND.test(fenced) ? fenced : null
  return isProse(text, fileName) ? commandsOnly(text) : text
}

/** Null when there are no fences. */
function fencedText(text: string): string | null {
  let fence: string | null = null
  let isShell = false
  let found = false
  const lines = text.split('\n').map((line) => {
    const language = FENCE.exec(line)?.[1]
    if (language !== undefined && (fence === null || line.trim() === fence)) {
      found = true
      isShell = fence === null && /^(?:|sh|bash|zsh|shell|console|shell-session|terminal)$/i.test(language)
      fence = fence === null ? line.trim().slice(0, 3) : null
      return ''
    }
    return fence !== null && isShell ? withoutPrompt(line) : ''
  })
  return found ? lines.join('\n') : null
}

/** "$ aws ..." -> "  aws ...". */
function withoutPrompt(line: string): string {
  return line.replace(/^([ \t]*)[$>]([ \t]+)(?=\S)/, '$1 $2')
}

/** Text for people: named so, or with lines that no script has. */
function isProse(text: string, fileName: string): boolean {
  if (/\.(?:md|markdown|txt|rst|adoc|html?)$/i.test(fileName)) return true
  return text.split('\n').some((line) => /^[A-Z][a-z]+(?: [\w,'-]+){4,}[.:]$/.test(line.trim()))
}

/** Lines of commands: from one that begins a command to where it ends. */
function commandsOnly(text: string): string {
  let rest = ''
  return text
    .split('\n')
    .map((line) => {
      const isOpen = rest !== ''
      if (!isOpen && !COMMAND.test(`${line} `) && !/^[ \t]*(?:export[ \t]+)?[A-Z][A-Z0-9_]*=\S+$/.test(line)) return ''
      const shown = withoutPrompt(line)
      rest = `${rest}${shown}\n`
      if (isComplete(rest)) rest = ''
      return shown
    })
    .join('\n')
}

/** Whether quotation marks and brackets are closed and no line goes on. Prose can never keep it open for more than forty lines. */
function isComplete(text: string): boolean {
  if (text.split('\n').length > 40) return true
  let quote = ''
  let open = 0
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? ''
    if (character === '\\' && quote !== "'") at++
    else if (quote !== '') quote = character === quote ? '' : quote
    else if (character === '"' || character === "'") quote = character
    else if (character === '(') open++
    else if (character === ')') open--
  }
  return quote === '' && open <= 0 && !text.endsWith('\\\n')
}
