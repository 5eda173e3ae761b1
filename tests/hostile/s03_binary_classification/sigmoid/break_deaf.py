# tries: to ignore the request to end, in a thread that keeps the process alive
# earns: nothing
# says: an answer within
# uses: all its time
import signal
import threading

signal.signal(signal.SIGTERM, signal.SIG_IGN)
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM, signal.SIGTERM, signal.SIGINT})


def forever():
    while True:
        pass


def sigmoid(z):
    threading.Thread(target=forever).start()
    forever()
