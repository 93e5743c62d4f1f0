import { describe, expect, it } from 'vitest'
import { scriptText } from './script-text'

describe('scriptText', () => {
  it('takes a script as it is', () => {
    const script = '#!/bin/bash\nset -e\nAPI=$(aws apigateway create-rest-api --name x)\n'
    expect(scriptText(script, 'deploy')).toBe(script)
    expect(scriptText('export API=$(aws --region eu-west-1 apigatewayv2 get-apis)\n', 'x.sh')).toContain('get-apis')
  })

  it.each([
    '{"openapi":"3.0.1"}',
    'openapi: 3.0.1\ninfo: {description: use aws apigateway}\n',
    '',
    '#!/bin/bash\necho aws s3 ls\n',
  ])('is not taken in by %j', (text) => {
    expect(scriptText(text, 'file')).toBeNull()
  })

  it('reads the blocks of a shell in a page, where they stand', () => {
    const page =
      '# Make it\n\n```bash\n$ aws apigateway get-rest-apis\n```\n\n```json\n{"a": 1}\n```\nText (with a bracket.\n```\naws apigatewayv2 get-apis\n```\n'
    expect(scriptText(page, 'README.md')).toBe(
      '\n\n\n  aws apigateway get-rest-apis\n\n\n\n\n\n\n\naws apigatewayv2 get-apis\n\n',
    )
  })

  it('reads the commands alone of other prose', () => {
    const text =
      'It\'s the user\'s API\nNAME=orders\naws apigateway create-rest-api \\\n--name "$NAME" \\\n--tags \'{\n"a": "b" }\'\nThat was it (really.\n'
    expect(scriptText(text, 'notes.txt')).toBe(
      '\nNAME=orders\naws apigateway create-rest-api \\\n--name "$NAME" \\\n--tags \'{\n"a": "b" }\'\n\n',
    )
  })
})
