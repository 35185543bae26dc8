#!/usr/bin/env python3
"""A department's consumer in plain pika: reads its queue, drops duplicates, passes over types it does not know, acknowledges over HTTP
and only then acknowledges to the broker. See docs/feed.md. Needs python3-pika.

Ends with 0 after --count events, with 2 after --timeout seconds."""
import argparse
import collections
import json
import os
import secrets
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

import pika

KNOWN = {
    "cn.xinfang.intake.petition-forwarded.v1", "cn.xinfang.intake.petition-assigned.v1", "cn.xinfang.intake.petition-supplemented.v1",
    "cn.xinfang.intake.petition-withdrawn.v1", "cn.xinfang.intake.petition-chased.v1", "cn.xinfang.intake.message-left.v1",
    "cn.xinfang.intake.urgency-escalated.v1",
    "cn.xinfang.case-handling.simple-procedure-chosen.v1", "cn.xinfang.case-handling.simple-procedure-left.v1", "cn.xinfang.case-handling.mediation-started.v1",
    "cn.xinfang.case-handling.mediation-agreed.v1", "cn.xinfang.case-handling.mediation-failed.v1", "cn.xinfang.case-handling.enforcement-done.v1",
    "cn.xinfang.case-handling.enforcement-refused.v1", "cn.xinfang.case-handling.adoption-carried-out.v1", "cn.xinfang.case-handling.suggestion-rewarded.v1", "cn.xinfang.case-handling.petition-terminated.v1", "cn.xinfang.case-handling.petition-reopened.v1",
    "cn.xinfang.case-handling.accusation-transferred.v1", "cn.xinfang.case-handling.accusation-result-told.v1",
    "cn.xinfang.intake.petition-rated.v1", "cn.xinfang.case-handling.petition-received.v1", "cn.xinfang.case-handling.assignment-contested.v1",
    "cn.xinfang.intake.petition-called-back.v1", "cn.xinfang.intake.repeat-confirmed.v1", "cn.xinfang.intake.repeat-undone.v1",
    "cn.xinfang.case-handling.contestation-decided.v1", "cn.xinfang.department-feed.petition-returned.v1",
    "cn.xinfang.case-handling.petition-accepted.v1", "cn.xinfang.case-handling.petition-declined.v1",
    "cn.xinfang.case-handling.petition-extended.v1", "cn.xinfang.case-handling.term-due-soon.v1", "cn.xinfang.case-handling.term-overdue.v1",
    "cn.xinfang.case-handling.term-corrected.v1",
    "cn.xinfang.case-handling.opinion-withdrawn.v1", "cn.xinfang.case-handling.term-warned.v1", "cn.xinfang.case-handling.supervision-opened.v1",
    "cn.xinfang.case-handling.supervision-closed.v1", "cn.xinfang.case-handling.proposal-issued.v1", "cn.xinfang.case-handling.proposal-answered.v1",
    "cn.xinfang.case-handling.petition-decided.v1", "cn.xinfang.case-handling.opinion-served.v1", "cn.xinfang.case-handling.petition-completed.v1",
    "cn.xinfang.case-handling.review-requested.v1", "cn.xinfang.case-handling.recheck-requested.v1", "cn.xinfang.case-handling.review-request-answered.v1",
    "cn.xinfang.case-handling.review-hearing-held.v1", "cn.xinfang.case-handling.review-decided.v1", "cn.xinfang.case-handling.recheck-decided.v1",
    "cn.xinfang.case-handling.review-opinion-served.v1", "cn.xinfang.case-handling.petition-barred.v1",
    "cn.xinfang.case-handling.reply-published.v1", "cn.xinfang.case-handling.reply-withdrawn.v1",
}


class Ledger:
    """Remembers ids and the furthest sequence per petition. A real system keeps both in its database, in the transaction of its work."""

    KEPT = 100_000

    def __init__(self):
        self.ids, self.oldest, self.furthest, self.count = set(), collections.deque(), {}, 0

    def standing(self, event):
        if event["id"] in self.ids:
            return "duplicate"  # redelivered after a lost confirm: nothing is done again
        if event["type"] not in KNOWN:
            return "unknown"  # newer than this program: kept, not acted on
        if int(event["sequence"]) <= self.furthest.get(event["subject"], 0):
            return "late"  # belongs into the history, changes nothing that is shown now
        return "new"

    def add(self, event):
        self.count += 1
        self.ids.add(event["id"])
        self.oldest.append(event["id"])
        if len(self.oldest) > self.KEPT:
            self.ids.discard(self.oldest.popleft())
        self.furthest[event["subject"]] = max(int(event["sequence"]), self.furthest.get(event["subject"], 0))


class Acknowledgements:
    """Acknowledges over HTTP (签收) with the department's client credentials. One token serves until shortly before it ends."""

    ATTEMPTS = 4

    def __init__(self, gateway, client_id, client_secret):
        self.gateway, self.client_id, self.client_secret = gateway.rstrip("/"), client_id, client_secret
        self.token, self.token_ends = None, 0.0

    def send(self, event):
        """Safe to repeat. Raises when the gateway did not take it; the broker then delivers the event again."""
        for attempt in range(1, self.ATTEMPTS + 1):
            try:
                return self._post(event)
            except urllib.error.URLError as error:
                if getattr(error, "code", None) == 401:
                    self.token = None
                if attempt == self.ATTEMPTS:
                    raise
                time.sleep(attempt)

    def _post(self, event):
        headers = {"Authorization": "Bearer " + self._token(), "Content-Type": "application/json"}
        if "traceparent" in event:  # the request continues the trace of the act that caused the event
            version, trace, _, flags = event["traceparent"].split("-")
            headers["traceparent"] = "-".join((version, trace, secrets.token_hex(8), flags))
        answer = self._ask("/api/feed/acknowledgements", json.dumps({"ids": [event["id"]]}).encode(), headers)
        if answer["unknown"]:
            print("not of this feed: " + event["id"], file=sys.stderr)

    def _token(self):
        if self.token is None or time.monotonic() >= self.token_ends:
            form = {"grant_type": "client_credentials", "client_id": self.client_id, "client_secret": self.client_secret, "scope": "xinfang"}
            answer = self._ask("/connect/token", urllib.parse.urlencode(form).encode(), {"Content-Type": "application/x-www-form-urlencoded"})
            self.token, self.token_ends = answer["access_token"], time.monotonic() + int(answer["expires_in"]) - 60
        return self.token

    def _ask(self, path, body, headers):
        request = urllib.request.Request(self.gateway + path, data=body, headers=headers, method="POST")
        with urllib.request.urlopen(request, timeout=15) as answer:
            return json.load(answer)


def read(body):
    """The event, or None for what is not a CloudEvent of the feed. Attributes and fields not known here are passed over."""
    try:
        event = json.loads(body)
        uuid.UUID(event["id"]), uuid.UUID(event["subject"]), int(event["sequence"]), event["type"], event["time"]
        return event
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def line(event, standing):
    trace = event["traceparent"].split("-")[1] if "traceparent" in event else "-"
    return (f"{standing} {event['time']} {event['type']} petition={event['subject']} sequence={event['sequence']} "
            f"id={event['id']} trace={trace}")


def options():
    environment = os.environ.get
    parser = argparse.ArgumentParser(description="Consumes a department's queue. The client's secret comes from XINFANG_CLIENT_SECRET.")
    parser.add_argument("--amqp", default=environment("XINFANG_AMQP_URL"), help="amqp://feed-<organ>:<password>@<host>:<port>")
    parser.add_argument("--queue", default=environment("XINFANG_QUEUE"), help="feed.<organ>")
    parser.add_argument("--gateway", default=environment("XINFANG_GATEWAY_URL"), help="without it nothing is acknowledged over HTTP")
    parser.add_argument("--client-id", default=environment("XINFANG_CLIENT_ID"), help="feed-<organ>")
    parser.add_argument("--count", type=int, default=environment("XINFANG_COUNT"), help="stop after so many events, duplicates not counted")
    parser.add_argument("--timeout", type=float, default=environment("XINFANG_TIMEOUT"), help="give up after so many seconds")
    chosen = parser.parse_args()
    if not chosen.amqp or not chosen.queue or (chosen.gateway and not (chosen.client_id and environment("XINFANG_CLIENT_SECRET"))):
        parser.print_help(sys.stderr)
        sys.exit(64)
    return chosen


def main():
    chosen = options()
    ends = time.monotonic() + chosen.timeout if chosen.timeout else float("inf")
    acknowledgements = Acknowledgements(chosen.gateway, chosen.client_id, os.environ["XINFANG_CLIENT_SECRET"]) if chosen.gateway else None
    ledger = Ledger()

    connection = pika.BlockingConnection(pika.URLParameters(chosen.amqp))
    channel = connection.channel()
    channel.basic_qos(prefetch_count=20)
    try:
        for method, _, body in channel.consume(chosen.queue, inactivity_timeout=0.5):  # the queue exists; this account may not declare it
            if method is not None:
                event = read(body)
                if event is None:
                    print("not a CloudEvent, dropped", file=sys.stderr)
                    channel.basic_reject(method.delivery_tag, requeue=False)
                    continue
                standing = ledger.standing(event)
                print(line(event, standing), flush=True)
                if standing != "duplicate":
                    if acknowledgements:
                        acknowledgements.send(event)
                    ledger.add(event)
                channel.basic_ack(method.delivery_tag)
                if ledger.count == chosen.count:
                    return 0
            if time.monotonic() >= ends:
                return 2
    except KeyboardInterrupt:
        return 0
    finally:
        if connection.is_open:
            connection.close()
    return 1


if __name__ == "__main__":
    sys.exit(main())
