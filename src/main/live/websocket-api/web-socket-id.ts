import { randomFromPool } from '../request/random-pool'

/** "R1kmxc2VNjMCFIA=": how connections, requests and messages are named. Source: websocket-api.md 7, recorded. */
export function webSocketId(): string {
  return `${randomFromPool(11).toString('base64url')}=`
}
