// The product with the demo programme in it, except in production.
import { startServer } from '../../src/start.ts'
import { openDemo } from './open-demo.ts'
import { demoPassword } from './password.ts'

await startServer({ open: openDemo, password: demoPassword })
