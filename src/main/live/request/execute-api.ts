import { trimSlashes } from '../../engine/router/path-template'
import type { LiveStage } from '../live-stage'

/** "arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/prod/GET/orders/7": the form of the path that routing looks at. */
export function methodArn({ design, view }: LiveStage, verb: string, path: string): string {
  const api = `arn:aws:execute-api:${design.region}:${design.accountId}:${view.apiId}`
  return `${api}/${view.stage}/${verb}/${trimSlashes(path)}`
}

export function defaultDomainName({ design, view }: LiveStage): string {
  return `${view.apiId}.execute-api.${design.region}.amazonaws.com`
}

/** 1 December 2026, 09:05:03 -> "01/Dec/2026:09:05:03 +0000". Source: rest-api.md 9.2. */
export function requestTime(epochMs: number): string {
  const second = Math.floor(epochMs / 1000)
  if (second !== lastSecond) {
    lastTime = written(epochMs)
    lastSecond = second
  }
  return lastTime
}

/** Most requests come in the same second as the one before. */
let lastSecond = Number.NaN
let lastTime = ''

function written(epochMs: number): string {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+) GMT$/.exec(new Date(epochMs).toUTCString())!
  return `${day}/${month}/${year}:${time} +0000`
}
