import { version } from '../../../package.json'

/** The product's version, as in "0.1.0". */
export const APP_VERSION: string = version
