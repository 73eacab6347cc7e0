// The product as it ships. With the demo in it: database/demo/server.ts.
import { startServer } from './start.ts'

await startServer(null)
