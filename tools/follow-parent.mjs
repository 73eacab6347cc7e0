// Preloaded by `npm start`: when the process that started this one is gone (killed, say), this one stops in order too.
const parent = process.ppid
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
}, 500).unref()
