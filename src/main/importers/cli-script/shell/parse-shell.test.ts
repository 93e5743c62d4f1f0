import { describe, expect, it } from 'vitest'
import { parseShell } from './parse-shell'
import type { Statement, Word } from './shell-script'

/** A word as short text: quoted parts in brackets. */
function shown(word: Word): string {
  return word.parts
    .map((part) => {
      if (part.kind === 'text') return part.isQuoted ? `[${part.text}]` : part.text
      if (part.kind === 'variable') return `$${part.name}${part.operator}${part.argument ? shown(part.argument) : ''}`
      return part.kind === 'command' ? `$(${outline(part.body).join('; ')})` : `?${part.text}`
    })
    .join('')
}

function outline(statements: readonly Statement[]): string[] {
  return statements.map((statement): string => {
    switch (statement.kind) {
      case 'command': {
        const assigned = statement.assignments.map(
          ({ name, value, isAppended }) => `${name}${isAppended ? '+' : ''}=${shown(value)}`,
        )
        const redirected = statement.redirects.map(
          ({ operator, descriptor, target }) => `${descriptor}${operator}${shown(target)}`,
        )
        return [...assigned, ...statement.words.map(shown), ...redirected].join(' ')
      }
      case 'pipeline':
        return outline(statement.commands).join(' | ')
      case 'and-or':
        return [
          outline([statement.first])[0],
          ...statement.rest.map((each) => `${each.operator} ${outline([each.statement])[0]}`),
        ].join(' ')
      case 'for':
        return `for ${statement.variable} in ${statement.words?.map(shown).join(' ')} { ${outline(statement.body).join('; ')} }`
      case 'group':
        return `{ ${outline(statement.body).join('; ')} }`
      case 'function':
        return `${statement.name}() { ${outline(statement.body).join('; ')} }`
      case 'unrun':
        return `${statement.keyword} { ${outline(statement.body).join('; ')} }`
    }
  })
}

function read(text: string): string[] {
  const { statements, problems } = parseShell(text)
  expect(problems).toEqual([])
  return outline(statements)
}

describe('parseShell', () => {
  it('reads words with all their quotation marks', () => {
    expect(read(`put 'a b' "c $D \\$e" f\\ g $'h\\ti' "" x'y'"z"`)).toEqual([
      'put [a b] [c ]$D[ $e] f[ ]g [h\ti] [] x[y][z]',
    ])
  })

  it('reads escaped line ends, comments and separators', () => {
    expect(read('aws a \\\n  --b c # why\n# all of it\nx=1; y=2 z & w')).toEqual(['aws a --b c', 'x=1', 'y=2 z', 'w'])
  })

  it('reads assignments, and what variables have behind their names', () => {
    expect(read('A=${B:-c d} E+=f G=(h i)\n${J} $1 ${K} $? $(( 1 + 2 ))')).toEqual([
      'A=$B:-c d E+=f G=h[ ]i',
      '$J $1 $K $? ?$(( 1 + 2 ))',
    ])
  })

  it('reads commands in commands, in backticks too', () => {
    expect(read('A=$(aws x --y "$(b `c`)" | tr -d "\\"")')).toEqual(['A=$(aws x --y $(b $(c)) | tr -d ["])'])
  })

  it('reads documents in the script, with and without variables in them', () => {
    const script = 'cat > a.json <<\'EOF\'\n{ "x": "$Y" }\nEOF\ncat <<-END > b\n\t$X and \\$y\n\tEND\nnext'
    expect(read(script)).toEqual(['cat 1>a.json 0<<[{ "x": "$Y" }\n]', 'cat 0<<[]$X[ and $y\n] 1>b', 'next'])
  })

  it('reads loops, functions, groups and conditions to their ends', () => {
    expect(
      read(
        'for v in GET "a b"; do\n x $v\ndone\nif [ -z "$A" ]; then b; elif [[ $c == d ]]; then e; else f; fi > log\n' +
          'while true; do g; done\ncase "$1" in\n h) i;;\n *) j ;;\nesac\nk() { l "$1"; }\nfunction m {\n n\n}\n( o; p ) && { q; } || ! r',
      ),
    ).toEqual([
      'for v in GET [a b] { x $v }',
      'if { [ -z $A ]; b; [[; e; f }',
      'while { true; g }',
      'case { i; j }',
      'k() { l $1 }',
      'm() { n }',
      '{ o; p } && { q } || r',
    ])
  })

  it('reads where commands print to and read from', () => {
    expect(read('a > b 2>&1 < c >> d &> e <<< "f"')).toEqual(['a 1>b 2>&1 0<c 1>>d 1>e 0<<<[f]'])
  })

  it.each([
    ['echo "a', 1, 'The quotation mark " is never closed.'],
    ["echo 'a", 1, "The quotation mark ' is never closed."],
    ['a $(b', 1, '$( is never closed.'],
    ['a ${b', 1, '${ is never closed.'],
    ['a\n)', 2, '")" closes nothing here; the rest of the line is passed over.'],
    ['a\ndone', 2, '"done" closes nothing here; the rest of the line is passed over.'],
    ['if a; then b', 1, 'if is never closed with fi.'],
    ['for a in b; do c', 1, 'for is never closed with done.'],
    ['cat <<EOF\na', 2, 'The document that ends with EOF has no such line.'],
    ['cat <<EOF', 1, 'The document that ends with EOF is missing.'],
    ['a --id <your-id> b', 1, '<your-id> must be filled in: a shell would read a file of that name.'],
    ['a <(b)', 1, '<(...) is not understood: write the output into a file first.'],
  ])('says what is wrong in %j', (text, line, message) => {
    const { problems } = parseShell(text)
    expect(
      problems.map((problem) => [text.slice(0, problem.offset).split('\n').length, problem.message]),
    ).toContainEqual([line, message])
  })

  it.each([
    '$('.repeat(5000),
    '{ '.repeat(5000),
    '('.repeat(5000),
    '`$('.repeat(3000),
    '"$('.repeat(3000),
    '${a:-'.repeat(3000),
    'if '.repeat(5000),
    '\\'.repeat(9999),
  ])('ends with any text (%#)', (text) => {
    expect(parseShell(text).problems.length).toBeLessThan(20_000)
  })
})
