import { idFrom } from '@shared/design/id-from'

/** Of 255 that CloudFormation allows; the rest is for what is put behind. */
const LONGEST = 160

/** "create-order" -> "CreateOrder", "/orders/{id}" -> "OrdersId": the letters and figures that a logical id may have. */
export function pascalCase(text: string): string {
  const words =
    text
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .match(/[A-Za-z0-9]+/g) ?? []
  const whole = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  return whole.length > LONGEST ? `${whole.slice(0, LONGEST)}${idFrom(text, 6)}` : whole
}

/** Names of one template. Each is given to one thing only, and to the same thing whatever else the template holds. */
export class LogicalIds {
  private readonly owners = new Map<string, string>()

  /**
   * A name for a thing: what it should be called, or that with an id made from `identity` behind it when something else has it already.
   * `identity` tells things apart whose names read the same, as in "GET /a-b" and "GET /a/b".
   */
  claim(wanted: string, identity: string): string {
    const name = /^[A-Za-z]/.test(wanted) ? wanted : `N${wanted}`
    for (let attempt = 0; ; attempt++) {
      const id = attempt === 0 ? name : `${name}${idFrom(`${identity}${attempt}`, 6)}`
      const owner = this.owners.get(id)
      if (owner === identity) return id
      if (owner !== undefined) continue
      this.owners.set(id, identity)
      return id
    }
  }
}
