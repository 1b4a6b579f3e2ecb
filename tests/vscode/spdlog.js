// Stands in for VS Code's native module @vscode/spdlog: the same interface, lines appended to files.
const fs = require('node:fs');
const path = require('node:path');

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];

class Logger {
  constructor(_kind, _name, file) {
    this.file = file;
    this.level = 2;
    this.bare = false;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    LEVELS.forEach((name, level) => {
      this[name] = (text) => {
        if (level >= this.level) {
          const line = this.bare ? text : `${new Date().toISOString()} [${name}] ${text}\n`;
          fs.appendFileSync(this.file, line);
        }
      };
    });
  }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() {}
  clearFormatters() { this.bare = true; }
  flush() {}
  drop() {}
}

const create = async (name, file) => new Logger('rotating', name, file);
// One by one: VS Code imports them by name, and Node finds only names that are assigned so.
exports.version = 11100;
exports.Logger = Logger;
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.shutdown = () => {};
