const LONGEST = 60
/** Names that Windows keeps for devices, whatever comes after a dot. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/

/**
 * "Partner batch rush" with "-k6.js" -> "partner-batch-rush-k6.js". Good on every system: letters and figures of any script and single
 * dashes, no device names, no dots but the suffix's.
 */
export function fileName(scenarioName: string, suffix: string): string {
  const words =
    scenarioName
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  const name = [...words.join('-')].slice(0, LONGEST).join('').replace(/-+$/, '')
  if (name === '') return `scenario${suffix}`
  return DEVICE.test(name) ? `${name}-scenario${suffix}` : `${name}${suffix}`
}
