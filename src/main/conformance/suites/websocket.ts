import { builtHandlerProcess } from '../../live/testing/built-handler-process'
import { judged, type CaseResult, type ServingSuite, type SuiteFolder } from '../conformance-suite'
import { playPricing } from './cost/play-pricing'
import { judgeCase, unjudged } from './websocket/judge-case'
import { playCase } from './websocket/play-case'
import { readCase } from './websocket/websocket-case'

/** One vector a file; each is played by a client of its own against a gateway of its own. */
export const WEBSOCKET_SUITE: ServingSuite = {
  folder: 'websocket',
  async play(folder) {
    const results: CaseResult[] = []
    let handlerProcess: Promise<URL> | null = null
    const functions = (): Promise<URL> => (handlerProcess ??= builtHandlerProcess())
    for (const file of folder.files.filter((name) => name.endsWith('.json'))) {
      results.push(await playFile(folder, file, functions))
    }
    return results
  },
}

async function playFile(folder: SuiteFolder, file: string, functions: () => Promise<URL>): Promise<CaseResult> {
  const name = file.replace(/\.json$/, '')
  try {
    const one = readCase(folder.json(file))
    if (one === null) return judged(name, 'the file is no vector')
    if (one.area === 'pricing') return playPricing(one)
    return unjudged(one) ?? judgeCase(one, await playCase(one, await functions()))
  } catch (error) {
    return judged(name, `playing it failed: ${String(error)}`)
  }
}
