import { describe, expect, test } from 'vitest'
import { APP_URL, isAppUrl } from './app-url'
import { externalLink } from './external-link'

describe('isAppUrl', () => {
  test.each([APP_URL, 'app://gatewright/index.html', 'app://gatewright/assets/a.js?x#y'])('%s is ours', (url) => {
    expect(isAppUrl(url)).toBe(true)
  })
  test.each([
    'app://evil/',
    'app://gatewright.evil/',
    'app://gatewright@evil/',
    'https://gatewright/',
    'file:///gatewright/',
    'about:blank',
    'data:text/html,app://gatewright/',
    '',
  ])('%s is not', (url) => {
    expect(isAppUrl(url)).toBe(false)
  })
})

describe('externalLink', () => {
  test('a page of the AWS documentation may be opened in the browser', () => {
    const url = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html'
    expect(externalLink(url)).toBe(url)
  })
  test.each([
    'http://docs.aws.amazon.com/',
    'https://evil.example/',
    'https://docs.aws.amazon.com.evil.example/',
    'https://docs.aws.amazon.com@evil.example/',
    'https://user:secret@docs.aws.amazon.com/',
    'https://docs.aws.amazon.com:8443/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://server/share',
    'vscode://file/x',
    'docs.aws.amazon.com',
    '\nhttps:/\\evil.example',
  ])('%j may not', (url) => {
    expect(externalLink(url)).toBeNull()
  })
})
